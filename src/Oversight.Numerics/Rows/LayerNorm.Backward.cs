namespace Oversight.Numerics;

public static partial class LayerNorm
{
    /// <summary>Adds the gradients by the inputs, the gain and the bias.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="cols">Number of columns.</param>
    /// <param name="x">rows x cols, as given to <see cref="Forward"/>.</param>
    /// <param name="gain">cols factors.</param>
    /// <param name="mean">One float a row, as <see cref="Forward"/> left them.</param>
    /// <param name="inverseDeviation">One float a row, as <see cref="Forward"/> left them.</param>
    /// <param name="dy">rows x cols, the gradient by y.</param>
    /// <param name="dx">rows x cols, to which the gradient by x is added; empty when it is not wanted.</param>
    /// <param name="dGain">cols floats, to which the gradient by the gain is added; empty when it is not wanted.</param>
    /// <param name="dBias">cols floats, to which the gradient by the bias is added; empty when it is not wanted.</param>
    /// <exception cref="ArgumentException">A size is negative or a span too short.</exception>
    public static void Backward(
        int rows,
        int cols,
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> gain,
        ReadOnlySpan<float> mean,
        ReadOnlySpan<float> inverseDeviation,
        ReadOnlySpan<float> dy,
        Span<float> dx,
        Span<float> dGain,
        Span<float> dBias)
    {
        ThrowHelper.CheckAtLeast(mean, rows);
        ThrowHelper.CheckAtLeast(inverseDeviation, rows);
        Normalisation.Backward<Centred>(rows, cols, x, gain, mean, inverseDeviation, dy, dx, dGain, parts: 1);
        if (!dBias.IsEmpty) Reductions.ColumnSumsTo(rows, cols, dy, cols, dBias);
    }
}
