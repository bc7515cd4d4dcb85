namespace Oversight.Numerics;

public static unsafe partial class Reductions
{
    /// <summary>The index of the first largest element; of the first NaN when there is one.</summary>
    /// <param name="x">The input, not empty.</param>
    /// <exception cref="ArgumentException">The input is empty.</exception>
    public static int ArgMax(ReadOnlySpan<float> x) => x.IndexOf(Max(x));
}
