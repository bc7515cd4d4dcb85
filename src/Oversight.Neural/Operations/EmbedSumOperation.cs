using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>y[r] = sum over j of table[indices[r, j]].</summary>
internal sealed class EmbedSumOperation(Tape tape, IndexInput indices, Parameter table, Tensor output) : Operation
{
    public override void Forward() =>
        Embedding.SumForward(output.Rows, table.Columns, indices.Columns, indices.Values, tape.Weights(table), output.Values);

    public override void Backward() =>
        Embedding.SumBackward(output.Rows, table.Columns, indices.Columns, indices.Values, output.Gradients, tape.Gradients(table));
}
