namespace Oversight.Numerics;

/// <summary>Root-mean-square normalisation of rows: y = gain * x / sqrt(mean(x²) + epsilon).</summary>
/// <remarks>Matrices are contiguous. Thread-safe.</remarks>
public static partial class RmsNorm
{
    /// <summary>Normalises every row.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="cols">Number of columns.</param>
    /// <param name="x">rows x cols.</param>
    /// <param name="gain">parts x cols factors.</param>
    /// <param name="y">rows x cols, overwritten; may be x.</param>
    /// <param name="inverseRms">One float a row, overwritten: 1 / sqrt(mean(x²) + epsilon), which <see cref="Backward"/> needs.</param>
    /// <param name="epsilon">What keeps a row of zeros finite, above 0.</param>
    /// <param name="parts">How many sets of factors there are; row r takes set r mod parts, as when the parts of one long row are normalised on their own.</param>
    /// <exception cref="ArgumentException">A size is negative or a span too short.</exception>
    public static void Forward(
        int rows, int cols, ReadOnlySpan<float> x, ReadOnlySpan<float> gain, Span<float> y, Span<float> inverseRms, float epsilon, int parts = 1)
    {
        ThrowHelper.CheckAtLeast<float>(inverseRms, rows, nameof(inverseRms));
        Normalisation.Forward<Scaled>(rows, cols, x, gain, bias: default, y, mean: default, inverseRms, epsilon, parts);
    }

    private readonly struct Scaled : INormalisation
    {
        public static bool IsCentred => false;
    }
}
