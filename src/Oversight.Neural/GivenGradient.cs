using Oversight.Numerics;

namespace Oversight.Neural;

/// <summary>
/// Where a loss leaves the tape: the caller works out the loss of a tensor's values and fills in its derivative between the forward and the backward pass.
/// </summary>
public sealed class GivenGradient : IDisposable
{
    private readonly Tensor _x;
    private readonly AlignedBuffer _values;

    internal GivenGradient(Tensor x)
    {
        _x = x;
        _values = new AlignedBuffer(Math.Max(1, x.Groups.Capacity * x.Columns));
    }

    /// <summary>(rows, C): the derivative of the loss by the tensor; keeps what it held until it is written.</summary>
    public Span<float> Values => _values.Span[..(_x.Rows * _x.Columns)];

    /// <inheritdoc/>
    public void Dispose() => _values.Dispose();
}
