using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>y = (1 + c) m / (m + c) for each part of each row, m being the part's mean square.</summary>
internal sealed class PresenceOperation(Tensor x, Tensor output) : Operation
{
    private const float HalfAt = 0.1f;
    private readonly int _width = x.Columns / output.Columns;

    public override void Forward()
    {
        ReadOnlySpan<float> values = x.Values;
        Span<float> presence = output.Values;
        for (int part = 0; part < presence.Length; part++)
        {
            float meanSquare = Reductions.SumOfSquares(values.Slice(part * _width, _width)) / _width;
            presence[part] = (1 + HalfAt) * meanSquare / (meanSquare + HalfAt);
        }
    }

    public override void Backward()
    {
        ReadOnlySpan<float> values = x.Values;
        ReadOnlySpan<float> presence = output.Values;
        ReadOnlySpan<float> dPresence = output.Gradients;
        Span<float> dx = x.Gradients;
        for (int part = 0; part < presence.Length; part++)
        {
            // With z = y / (1 + c), dz/dm = c / (m + c)^2 = (1 - z)^2 / c, and dm/dx = 2 x / width.
            float absence = 1 - presence[part] / (1 + HalfAt);
            float slope = 2 * (1 + HalfAt) * absence * absence / (HalfAt * _width);
            Elementwise.AddScaled(values.Slice(part * _width, _width), slope * dPresence[part], dx.Slice(part * _width, _width));
        }
    }
}
