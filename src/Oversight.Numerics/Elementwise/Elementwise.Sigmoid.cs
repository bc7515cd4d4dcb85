using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

public static unsafe partial class Elementwise
{
    /// <summary>destination = 1 / (1 + e^-x).</summary>
    /// <param name="x">The input.</param>
    /// <param name="destination">Where the results go, at least as long as x.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static void Sigmoid(ReadOnlySpan<float> x, Span<float> destination) =>
        Map(default(SigmoidOperation), x, destination);

    private readonly struct SigmoidOperation : IUnaryOperation
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x)
            where TLanes : unmanaged, ILanes<TLanes> =>
            Exponential.Sigmoid(x);
    }
}
