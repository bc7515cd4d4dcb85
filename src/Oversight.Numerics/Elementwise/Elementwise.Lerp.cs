using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

public static unsafe partial class Elementwise
{
    /// <summary>target += amount * (source - target): a step of a moving average.</summary>
    /// <param name="target">What moves, at least as long as the source.</param>
    /// <param name="source">What it moves to.</param>
    /// <param name="amount">The share of the distance, from 0 (stay) to 1 (arrive).</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static void Lerp(Span<float> target, ReadOnlySpan<float> source, float amount) =>
        Update(new Step(amount), source, target);

    private readonly struct Step(float amount) : IBinaryOperation
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y)
            where TLanes : unmanaged, ILanes<TLanes> =>
            TLanes.MultiplyAdd(TLanes.Create(amount), x - y, y);
    }
}
