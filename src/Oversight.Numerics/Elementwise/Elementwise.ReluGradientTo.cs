using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

public static unsafe partial class Elementwise
{
    /// <summary>dx += dy where y &gt; 0: the gradient of y = max(x, 0).</summary>
    /// <param name="y">The outputs of the forward pass.</param>
    /// <param name="dy">The gradient by y, as long as y.</param>
    /// <param name="dx">The gradient by x, which is added to; at least as long as y.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the destination is too short.</exception>
    public static void ReluGradientTo(ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx) =>
        Update(default(PassPositive), y, dy, dx);

    private readonly struct PassPositive : ITernaryOperation
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y, TLanes z)
            where TLanes : unmanaged, ILanes<TLanes> =>
            z + TLanes.WherePositive(x, y);
    }
}
