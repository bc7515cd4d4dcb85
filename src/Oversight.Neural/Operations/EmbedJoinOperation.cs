using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>y[r] = table[indices[r, 0]], table[indices[r, 1]], ...: a row of the output is a row for each index.</summary>
internal sealed class EmbedJoinOperation(Tape tape, IndexInput indices, Parameter table, Tensor output) : Operation
{
    public override void Forward() =>
        Embedding.SumForward(indices.Values.Length, table.Columns, 1, indices.Values, tape.Weights(table), output.Values);

    public override void Backward() =>
        Embedding.SumBackward(indices.Values.Length, table.Columns, 1, indices.Values, output.Gradients, tape.Gradients(table));
}
