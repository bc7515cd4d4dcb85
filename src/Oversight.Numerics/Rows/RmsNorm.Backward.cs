namespace Oversight.Numerics;

public static partial class RmsNorm
{
    /// <summary>Adds the gradients by the inputs and by the gain.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="cols">Number of columns.</param>
    /// <param name="x">rows x cols, as given to <see cref="Forward"/>.</param>
    /// <param name="gain">parts x cols factors.</param>
    /// <param name="inverseRms">One float a row, as <see cref="Forward"/> left them.</param>
    /// <param name="dy">rows x cols, the gradient by y.</param>
    /// <param name="dx">rows x cols, to which the gradient by x is added; empty when it is not wanted.</param>
    /// <param name="dGain">parts x cols floats, to which the gradient by the gain is added; empty when it is not wanted.</param>
    /// <param name="parts">How many sets of factors there are, as given to <see cref="Forward"/>.</param>
    /// <exception cref="ArgumentException">A size is negative or a span too short.</exception>
    public static void Backward(
        int rows,
        int cols,
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> gain,
        ReadOnlySpan<float> inverseRms,
        ReadOnlySpan<float> dy,
        Span<float> dx,
        Span<float> dGain,
        int parts = 1)
    {
        ThrowHelper.CheckAtLeast(inverseRms, rows);
        Normalisation.Backward<Scaled>(rows, cols, x, gain, mean: default, inverseRms, dy, dx, dGain, parts);
    }
}
