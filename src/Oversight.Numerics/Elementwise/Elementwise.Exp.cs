using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

public static unsafe partial class Elementwise
{
    /// <summary>destination = e^x, within 2 units in the last place; 0 for negative infinity, NaN for NaN.</summary>
    /// <param name="x">The input.</param>
    /// <param name="destination">Where the results go, at least as long as x.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static void Exp(ReadOnlySpan<float> x, Span<float> destination) =>
        Map(default(ExpOperation), x, destination);

    private readonly struct ExpOperation : IUnaryOperation
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x)
            where TLanes : unmanaged, ILanes<TLanes> =>
            Exponential.Exp(x);
    }
}
