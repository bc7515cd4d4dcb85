namespace Oversight.Numerics;

public static unsafe partial class Reductions
{
    /// <summary>The largest element; NaN when any is NaN.</summary>
    /// <param name="x">The input, not empty.</param>
    /// <exception cref="ArgumentException">The input is empty.</exception>
    public static float Max(ReadOnlySpan<float> x)
    {
        if (x.IsEmpty) ThrowHelper.ThrowEmpty(nameof(x));
        fixed (float* px = x)
        {
            MaxKernel<Identity> kernel = new(px, x.Length, float.NegativeInfinity);
            Simd.Run(ref kernel);
            return kernel.Result;
        }
    }
}
