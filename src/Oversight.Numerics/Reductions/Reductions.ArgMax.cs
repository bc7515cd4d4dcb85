namespace Oversight.Numerics;

public static unsafe partial class Reductions
{
    /// <summary>The index of the first largest element; of the first NaN when there is one.</summary>
    /// <param name="x">The input, not empty.</param>
    /// <exception cref="ArgumentException">The input is empty.</exception>
    public static int ArgMax(ReadOnlySpan<float> x)
    {
        if (x.IsEmpty) ThrowHelper.ThrowEmpty(nameof(x));
        fixed (float* px = x)
        {
            MaxKernel kernel = new(px, x.Length);
            Simd.Run(ref kernel);
            return x.IndexOf(kernel.Result);
        }
    }
}
