using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>y = act(x W + b).</summary>
internal sealed class LinearOperation(Tape tape, Tensor x, Parameter weight, Parameter? bias, bool relu, Tensor output) : Operation
{
    public override long ForwardFlops => 2L * x.Rows * weight.Length;

    // One product for the weight's gradient and one for the input's.
    public override long BackwardFlops => ForwardFlops * (x.HasGradients ? 2 : 1);

    public override void Forward() => MatrixMultiply.Affine(
        x.Rows, weight.Columns, weight.Rows, x.Values, x.Columns, tape.Weights(weight), weight.Columns, tape.Weights(bias), output.Values, output.Columns, relu);

    public override void Backward()
    {
        int rows = x.Rows;
        Span<float> dy = output.Gradients;
        if (relu)
            Elementwise.ReluMask(output.Values, dy);
        if (bias is not null)
            Reductions.ColumnSumsTo(rows, output.Columns, dy, output.Columns, tape.Gradients(bias));
        MatrixMultiply.MultiplyTransposedLeft(
            weight.Rows, weight.Columns, rows, x.Values, x.Columns, dy, output.Columns, tape.Gradients(weight), weight.Columns, accumulate: true);
        if (x.HasGradients)
        {
            MatrixMultiply.MultiplyTransposedRight(
                rows, weight.Rows, weight.Columns, dy, output.Columns, tape.Weights(weight), weight.Columns, x.Gradients, x.Columns, accumulate: true);
        }
    }
}
