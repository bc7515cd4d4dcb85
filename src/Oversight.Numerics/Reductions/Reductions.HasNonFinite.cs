namespace Oversight.Numerics;

public static unsafe partial class Reductions
{
    /// <summary>Whether any element is infinite or NaN.</summary>
    /// <param name="x">The input.</param>
    public static bool HasNonFinite(ReadOnlySpan<float> x) => !float.IsFinite(MaxAbs(x));
}
