using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>A parameter as the W of a linear map; its panels are those of the tape.</summary>
/// <param name="tape">The tape.</param>
/// <param name="parameter">The parameter.</param>
/// <param name="isTransposedToo">Whether products with its transpose follow.</param>
internal sealed class ParameterWeight(Tape tape, Parameter parameter, bool isTransposedToo) : LinearWeight
{
    public override int Rows => parameter.Rows;

    public override int Columns => parameter.Columns;

    public override ReadOnlySpan<float> Values => tape.Weights(parameter);

    public override PackedMatrix? Panels { get; } = tape.Panels(parameter);

    public override PackedMatrix? TransposedPanels { get; } = isTransposedToo ? tape.Panels(parameter, isTransposed: true) : null;

    public override Span<float> WriteGradients(out bool add) => tape.WriteGradients(parameter, out add);

    public override void Dispose()
    {
        // The panels are those of the weights' owner.
    }
}
