namespace Oversight.Numerics;

/// <summary>Layer normalisation of rows: y = gain * (x - mean) / sqrt(variance + epsilon) + bias.</summary>
/// <remarks>Matrices are contiguous; the variance is that of the row itself (divided by its length). Thread-safe.</remarks>
public static partial class LayerNorm
{
    /// <summary>Normalises every row.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="cols">Number of columns.</param>
    /// <param name="x">rows x cols.</param>
    /// <param name="gain">cols factors.</param>
    /// <param name="bias">cols summands.</param>
    /// <param name="y">rows x cols, overwritten; may be x.</param>
    /// <param name="mean">One float a row, overwritten: the mean, which <see cref="Backward"/> needs.</param>
    /// <param name="inverseDeviation">
    /// One float a row, overwritten: 1 / sqrt(variance + epsilon), which <see cref="Backward"/> needs.
    /// </param>
    /// <param name="epsilon">What keeps a constant row finite, above 0.</param>
    /// <exception cref="ArgumentException">A size is negative or a span too short.</exception>
    public static void Forward(
        int rows,
        int cols,
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> gain,
        ReadOnlySpan<float> bias,
        Span<float> y,
        Span<float> mean,
        Span<float> inverseDeviation,
        float epsilon)
    {
        ThrowHelper.CheckAtLeast(bias, cols);
        ThrowHelper.CheckAtLeast<float>(mean, rows, nameof(mean));
        ThrowHelper.CheckAtLeast<float>(inverseDeviation, rows, nameof(inverseDeviation));
        Normalisation.Forward<Centred>(rows, cols, x, gain, bias, y, mean, inverseDeviation, epsilon, parts: 1);
    }

    private readonly struct Centred : INormalisation
    {
        public static bool IsCentred => true;
    }
}
