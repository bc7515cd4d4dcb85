using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>y_i = q_i K_i^T for each copy i, where q and K hold their copies side by side.</summary>
internal sealed class FoldOperation(Tape tape, Tensor q, Parameter key, int copies, Tensor output) : Operation
{
    private readonly int _width = key.Columns / copies;

    public override long ForwardFlops => 2L * q.Rows * key.Length;

    // One product for the queries' gradient and one for the keys'.
    public override long BackwardFlops => ForwardFlops * (q.HasGradients ? 2 : 1);

    public override void Forward()
    {
        ReadOnlySpan<float> keys = tape.Weights(key);
        for (int copy = 0; copy < copies; copy++)
        {
            MatrixMultiply.MultiplyTransposedRight(
                q.Rows, key.Rows, _width, q.Values[(copy * _width)..], q.Columns, keys[(copy * _width)..], key.Columns, Folded(output.Values, copy), output.Columns);
        }
    }

    public override void Backward()
    {
        Span<float> dq = q.WriteGradients(out bool addToQueries);
        Span<float> dKeys = tape.WriteGradients(key, out bool addToKeys);
        for (int copy = 0; copy < copies; copy++)
        {
            int at = copy * _width;
            ReadOnlySpan<float> dy = Folded(output.Gradients, copy);
            MatrixMultiply.MultiplyTransposedLeft(
                key.Rows, _width, q.Rows, dy, output.Columns, q.Values[at..], q.Columns, dKeys[at..], key.Columns, addToKeys);
            if (q.HasGradients)
                MatrixMultiply.Multiply(q.Rows, _width, key.Rows, dy, output.Columns, tape.Weights(key)[at..], key.Columns, dq[at..], q.Columns, addToQueries);
        }
    }

    private Span<float> Folded(Span<float> rows, int copy) => rows[(copy * key.Rows)..];
}
