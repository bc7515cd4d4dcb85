using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>Sums of a table's rows, one a field. A row of several fields lies in memory as several rows of one field, so one kernel serves both.</summary>
internal sealed class EmbedOperation(Tape tape, IndexInput indices, Parameter table, int fields, Tensor output) : Operation
{
    private readonly int _summed = indices.Columns / fields;

    public override void Forward() => Embedding.SumForward(
        output.Rows * fields, table.Columns, _summed, indices.Values, tape.Weights(table), output.Values);

    public override void Backward() => Embedding.SumBackward(
        output.Rows * fields, table.Columns, _summed, indices.Values, output.Gradients, tape.Gradients(table));
}
