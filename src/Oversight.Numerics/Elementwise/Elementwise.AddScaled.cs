using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

public static unsafe partial class Elementwise
{
    /// <summary>destination += scale * x.</summary>
    /// <param name="x">The input.</param>
    /// <param name="scale">Factor of x.</param>
    /// <param name="destination">What is added to, at least as long as x.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static void AddScaled(ReadOnlySpan<float> x, float scale, Span<float> destination) =>
        Update(new ScaledSum(scale), x, destination);

    private readonly struct ScaledSum(float scale) : IBinaryOperation
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y)
            where TLanes : unmanaged, ILanes<TLanes> =>
            TLanes.MultiplyAdd(TLanes.Create(scale), x, y);
    }
}
