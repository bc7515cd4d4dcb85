using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

public static unsafe partial class Elementwise
{
    /// <summary>destination = x + y.</summary>
    /// <param name="x">The input.</param>
    /// <param name="y">The second input, as long as x.</param>
    /// <param name="destination">Where the results go, at least as long as x.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the destination is too short.</exception>
    public static void Add(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> destination) =>
        Map(default(Sum), x, y, destination);

    private readonly struct Sum : IBinaryOperation
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y)
            where TLanes : unmanaged, ILanes<TLanes> =>
            x + y;
    }
}
