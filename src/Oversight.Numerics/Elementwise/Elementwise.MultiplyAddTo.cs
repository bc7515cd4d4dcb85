using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

public static unsafe partial class Elementwise
{
    /// <summary>destination += x * y.</summary>
    /// <param name="x">The input.</param>
    /// <param name="y">The second input, as long as x.</param>
    /// <param name="destination">What is added to, at least as long as x.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the destination is too short.</exception>
    public static void MultiplyAddTo(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> destination) =>
        Update(default(ProductSum), x, y, destination);

    private readonly struct ProductSum : ITernaryOperation
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y, TLanes z)
            where TLanes : unmanaged, ILanes<TLanes> =>
            TLanes.MultiplyAdd(x, y, z);
    }
}
