namespace Oversight.Numerics;

/// <summary>Operations that make one value, or one row, of many.</summary>
/// <remarks>
/// Sums have a fixed order, which depends on the length and the vector path only; blocks are added up in double. Thread-safe.
/// </remarks>
public static unsafe partial class Reductions
{
    /// <summary>The sum of x; 0 when it is empty.</summary>
    /// <param name="x">The input.</param>
    public static float Sum(ReadOnlySpan<float> x)
    {
        fixed (float* px = x)
        {
            SumKernel<FirstOperand> kernel = new(px, px, x.Length);
            Simd.Run(ref kernel);
            return (float)kernel.Result;
        }
    }
}
