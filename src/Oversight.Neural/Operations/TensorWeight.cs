using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>A tensor that was made of parameters as the W of a linear map; where it is of the prelude it is cut into panels as often as that is replayed.</summary>
internal sealed class TensorWeight : LinearWeight
{
    private readonly Tape _tape;
    private readonly Tensor _tensor;
    private int _packedIn;

    /// <summary>The W.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="tensor">The tensor.</param>
    /// <param name="isTransposedToo">Whether products with its transpose follow.</param>
    public TensorWeight(Tape tape, Tensor tensor, bool isTransposedToo)
    {
        (_tape, _tensor) = (tape, tensor);
        if (!tensor.IsOfPrelude)
            return;
        Panels = new PackedMatrix(Rows, Columns);
        TransposedPanels = isTransposedToo ? new PackedMatrix(Columns, Rows) : null;
    }

    public override int Rows => _tensor.Groups.Capacity;

    public override int Columns => _tensor.Columns;

    public override ReadOnlySpan<float> Values => _tensor.Values;

    public override PackedMatrix? Panels { get; }

    public override PackedMatrix? TransposedPanels { get; }

    public override void Prepare()
    {
        if (_packedIn == _tape.PreludeReplays)
            return;
        Panels?.Pack(Values, Columns);
        TransposedPanels?.Pack(Values, Columns, transposed: true);
        _packedIn = _tape.PreludeReplays;
    }

    public override Span<float> WriteGradients(out bool add) => _tensor.WriteGradients(out add);

    public override void Dispose()
    {
        Panels?.Dispose();
        TransposedPanels?.Dispose();
    }
}
