using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

public static unsafe partial class Elementwise
{
    /// <summary>destination = scale * x.</summary>
    /// <param name="x">The input.</param>
    /// <param name="scale">Factor of x.</param>
    /// <param name="destination">Where the results go, at least as long as x.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static void Scale(ReadOnlySpan<float> x, float scale, Span<float> destination) =>
        Map(new Scaled(scale), x, destination);

    private readonly struct Scaled(float scale) : IUnaryOperation
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x)
            where TLanes : unmanaged, ILanes<TLanes> =>
            x * TLanes.Create(scale);
    }
}
