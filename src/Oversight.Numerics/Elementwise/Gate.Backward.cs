using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

public static unsafe partial class Gate
{
    /// <summary>Adds the gradients: dx += (1 - s) * dy, du += s * dy, dg += dy * (u - x) * s * (1 - s).</summary>
    /// <param name="x">The old value, as given to <see cref="Forward"/>; it fixes the length.</param>
    /// <param name="u">The update, as long as x.</param>
    /// <param name="s">The openings that <see cref="Forward"/> saved, as long as x.</param>
    /// <param name="dy">The gradient by y, as long as x.</param>
    /// <param name="dx">At least as long as x; the gradient by x is added.</param>
    /// <param name="dg">At least as long as x; the gradient by the logits is added.</param>
    /// <param name="du">At least as long as x; the gradient by u is added.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a result is too short.</exception>
    public static void Backward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> u,
        ReadOnlySpan<float> s,
        ReadOnlySpan<float> dy,
        Span<float> dx,
        Span<float> dg,
        Span<float> du)
    {
        ThrowHelper.CheckLength(u, x.Length);
        ThrowHelper.CheckLength(s, x.Length);
        ThrowHelper.CheckLength(dy, x.Length);
        ThrowHelper.CheckAtLeast<float>(dx, x.Length, nameof(dx));
        ThrowHelper.CheckAtLeast<float>(dg, x.Length, nameof(dg));
        ThrowHelper.CheckAtLeast<float>(du, x.Length, nameof(du));
        fixed (float* px = x, pu = u, ps = s, pdy = dy, pdx = dx, pdg = dg, pdu = du)
        {
            BackwardKernel kernel = new() { Length = x.Length, X = px, U = pu, S = ps, Dy = pdy, Dx = pdx, Dg = pdg, Du = pdu };
            Simd.Run(ref kernel);
        }
    }

    private struct BackwardKernel : IKernel
    {
        public int Length;
        public float* X;
        public float* U;
        public float* S;
        public float* Dy;
        public float* Dx;
        public float* Dg;
        public float* Du;

        public readonly void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes>
        {
            BackwardKernel kernel = this;
            int i = 0;
            for (; i <= kernel.Length - TLanes.Count; i += TLanes.Count) kernel.RunAt<TLanes>(i, TLanes.Count);
            if (i < kernel.Length) kernel.RunAt<TLanes>(i, kernel.Length - i);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private readonly void RunAt<TLanes>(int i, int count)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            TLanes s = Row.Load<TLanes>(S + i, count);
            TLanes dy = Row.Load<TLanes>(Dy + i, count);
            TLanes open = s * dy;
            TLanes closed = dy - open;
            TLanes distance = Row.Load<TLanes>(U + i, count) - Row.Load<TLanes>(X + i, count);
            Row.Store(Dx + i, Row.Load<TLanes>(Dx + i, count) + closed, count);
            Row.Store(Du + i, Row.Load<TLanes>(Du + i, count) + open, count);
            Row.Store(Dg + i, TLanes.MultiplyAdd(closed * s, distance, Row.Load<TLanes>(Dg + i, count)), count);
        }
    }
}
