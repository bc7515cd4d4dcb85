using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

/// <summary>A learned mixture of a value and its update: y = x + s * (u - x) with s = sigmoid(g), element by element.</summary>
/// <remarks>Thread-safe.</remarks>
public static unsafe partial class Gate
{
    /// <summary>Mixes, and saves the gates' openings.</summary>
    /// <param name="x">The old value; it fixes the length.</param>
    /// <param name="g">The gates' logits, as long as x.</param>
    /// <param name="u">The update, as long as x.</param>
    /// <param name="y">The mixture, at least as long as x; may be x, g or u.</param>
    /// <param name="s">sigmoid(g), at least as long as x, which <see cref="Backward"/> needs; may be g.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a result is too short.</exception>
    public static void Forward(ReadOnlySpan<float> x, ReadOnlySpan<float> g, ReadOnlySpan<float> u, Span<float> y, Span<float> s)
    {
        ThrowHelper.CheckLength(g, x.Length);
        ThrowHelper.CheckLength(u, x.Length);
        ThrowHelper.CheckAtLeast<float>(y, x.Length, nameof(y));
        ThrowHelper.CheckAtLeast<float>(s, x.Length, nameof(s));
        fixed (float* px = x, pg = g, pu = u, py = y, ps = s)
        {
            ForwardKernel kernel = new() { Length = x.Length, X = px, G = pg, U = pu, Y = py, S = ps };
            Simd.Run(ref kernel);
        }
    }

    private struct ForwardKernel : IKernel
    {
        public int Length;
        public float* X;
        public float* G;
        public float* U;
        public float* Y;
        public float* S;

        public readonly void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes>
        {
            ForwardKernel kernel = this;
            int i = 0;
            for (; i <= kernel.Length - TLanes.Count; i += TLanes.Count) kernel.RunAt<TLanes>(i, TLanes.Count);
            if (i < kernel.Length) kernel.RunAt<TLanes>(i, kernel.Length - i);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private readonly void RunAt<TLanes>(int i, int count)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            TLanes x = Row.Load<TLanes>(X + i, count);
            TLanes u = Row.Load<TLanes>(U + i, count);
            TLanes s = Exponential.Sigmoid(Row.Load<TLanes>(G + i, count));
            Row.Store(S + i, s, count);
            Row.Store(Y + i, TLanes.MultiplyAdd(s, u - x, x), count);
        }
    }
}
