namespace Oversight.Numerics;

public static unsafe partial class Reductions
{
    /// <summary>The sum of x * x; 0 when it is empty.</summary>
    /// <param name="x">The input.</param>
    public static float SumOfSquares(ReadOnlySpan<float> x) => Dot(x, x);
}
