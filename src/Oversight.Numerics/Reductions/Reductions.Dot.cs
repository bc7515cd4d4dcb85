namespace Oversight.Numerics;

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
            SumKernel<ProductOfOperands> kernel = new(px, py, x.Length);
            Simd.Run(ref kernel);
            return (float)kernel.Result;
        }
    }
}
