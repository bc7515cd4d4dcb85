using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>y = factor x.</summary>
internal sealed class ScaleOperation(Tensor x, float factor, Tensor output) : Operation
{
    public override void Forward() => Elementwise.Scale(x.Values, factor, output.Values);

    public override void Backward()
    {
        if (!x.HasGradients)
            return;
        Span<float> dx = x.WriteGradients(out bool add);
        if (add)
            Elementwise.AddScaled(output.Gradients, factor, dx);
        else
            Elementwise.Scale(output.Gradients, factor, dx);
    }
}
