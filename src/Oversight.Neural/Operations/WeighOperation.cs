using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>y = w x for each part of each row.</summary>
internal sealed class WeighOperation(Tensor x, Tensor weights, Tensor output) : Operation
{
    private readonly int _width = x.Columns / weights.Columns;

    public override void Forward()
    {
        ReadOnlySpan<float> values = x.Values;
        ReadOnlySpan<float> factors = weights.Values;
        Span<float> products = output.Values;
        for (int part = 0; part < factors.Length; part++)
            Elementwise.Scale(values.Slice(part * _width, _width), factors[part], products.Slice(part * _width, _width));
    }

    public override void Backward()
    {
        ReadOnlySpan<float> values = x.Values;
        ReadOnlySpan<float> factors = weights.Values;
        ReadOnlySpan<float> dy = output.Gradients;
        Span<float> dx = x.Gradients;
        Span<float> dFactors = weights.Gradients;
        for (int part = 0; part < factors.Length; part++)
        {
            ReadOnlySpan<float> slope = dy.Slice(part * _width, _width);
            Elementwise.AddScaled(slope, factors[part], dx.Slice(part * _width, _width));
            dFactors[part] += Reductions.Dot(values.Slice(part * _width, _width), slope);
        }
    }
}
