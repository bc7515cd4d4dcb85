using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>z = [x, y], row by row.</summary>
internal sealed class ConcatenateOperation(Tensor x, Tensor y, Tensor output) : Operation
{
    public override void Forward()
    {
        for (int row = 0; row < output.Rows; row++)
        {
            Span<float> z = output.Row(row);
            x.Row(row).CopyTo(z);
            y.Row(row).CopyTo(z[x.Columns..]);
        }
    }

    public override void Backward()
    {
        for (int row = 0; row < output.Rows; row++)
        {
            ReadOnlySpan<float> dz = output.Gradients.Slice(row * output.Columns, output.Columns);
            if (x.HasGradients)
                Elementwise.AddTo(dz[..x.Columns], x.Gradients.Slice(row * x.Columns, x.Columns));
            if (y.HasGradients)
                Elementwise.AddTo(dz[x.Columns..], y.Gradients.Slice(row * y.Columns, y.Columns));
        }
    }
}
