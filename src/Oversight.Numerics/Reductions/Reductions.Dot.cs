namespace Oversight.Numerics;

/// <summary>Operations that make one value, or one row, of many.</summary>
/// <remarks>
/// Sums have a fixed order, which depends on the length and the vector path only; blocks are added up in double. Thread-safe.
/// </remarks>
public static unsafe partial class Reductions
{
    /// <summary>The sum of x * y; 0 when they are empty.</summary>
    /// <param name="x">The first input.</param>
    /// <param name="y">The second input, as long as x.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        ThrowHelper.CheckLength(y, x.Length);
        fixed (float* px = x, py = y)
        {
            DotKernel kernel = new(px, py, x.Length);
            Simd.Run(ref kernel);
            return (float)kernel.Result;
        }
    }
}
