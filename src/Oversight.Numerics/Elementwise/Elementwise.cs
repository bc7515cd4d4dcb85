namespace Oversight.Numerics;

/// <summary>Operations on every element of spans of equal length.</summary>
/// <remarks>
/// The first input fixes the length; further inputs must have it, and a destination may be longer: what lies beyond is not
/// touched. A destination may be one of the inputs; overlapping them in part gives undefined results. Thread-safe.
/// </remarks>
public static unsafe partial class Elementwise
{
    private static void Map<TOperation>(TOperation operation, ReadOnlySpan<float> x, Span<float> destination)
        where TOperation : struct, IUnaryOperation
    {
        ThrowHelper.CheckAtLeast<float>(destination, x.Length, nameof(destination));
        fixed (float* px = x, pd = destination)
        {
            UnaryKernel<TOperation> kernel = new(operation, px, pd, x.Length);
            Simd.Run(ref kernel);
        }
    }

    private static void Map<TOperation>(TOperation operation, ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> destination)
        where TOperation : struct, IBinaryOperation
    {
        ThrowHelper.CheckLength(y, x.Length);
        ThrowHelper.CheckAtLeast<float>(destination, x.Length, nameof(destination));
        fixed (float* px = x, py = y, pd = destination)
        {
            BinaryKernel<TOperation> kernel = new(operation, px, py, pd, x.Length);
            Simd.Run(ref kernel);
        }
    }

    // destination = operation(x, destination)
    private static void Update<TOperation>(TOperation operation, ReadOnlySpan<float> x, Span<float> destination)
        where TOperation : struct, IBinaryOperation
    {
        ThrowHelper.CheckAtLeast<float>(destination, x.Length, nameof(destination));
        Map(operation, x, destination[..x.Length], destination);
    }
}
