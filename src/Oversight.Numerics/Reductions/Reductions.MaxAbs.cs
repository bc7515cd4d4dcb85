namespace Oversight.Numerics;

public static unsafe partial class Reductions
{
    /// <summary>The largest |x|; 0 when it is empty, NaN when any element is NaN.</summary>
    /// <param name="x">The input.</param>
    public static float MaxAbs(ReadOnlySpan<float> x)
    {
        fixed (float* px = x)
        {
            MaxKernel<Magnitude> kernel = new(px, x.Length, 0f);
            Simd.Run(ref kernel);
            return kernel.Result;
        }
    }
}
