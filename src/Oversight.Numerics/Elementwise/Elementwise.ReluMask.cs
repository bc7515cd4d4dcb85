using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

public static unsafe partial class Elementwise
{
    /// <summary>dy = 0 where y is not above 0: turns the gradient by y = max(x, 0) into the gradient by x, in place.</summary>
    /// <param name="y">The outputs of the forward pass.</param>
    /// <param name="dy">The gradient by y, overwritten; at least as long as y.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static void ReluMask(ReadOnlySpan<float> y, Span<float> dy) => Update(default(KeepPositive), y, dy);

    private readonly struct KeepPositive : IBinaryOperation
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y)
            where TLanes : unmanaged, ILanes<TLanes> =>
            TLanes.WherePositive(x, y);
    }
}
