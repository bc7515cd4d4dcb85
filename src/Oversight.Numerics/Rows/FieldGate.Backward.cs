namespace Oversight.Numerics;

public static unsafe partial class FieldGate
{
    /// <summary>Adds the gradients: dx += (1 - s) * dy, du += s * dy, dg += s * (1 - s) * sum over the field of dy * (u - x).</summary>
    /// <param name="fields">Number of fields over all rows.</param>
    /// <param name="width">Floats a field.</param>
    /// <param name="x">fields x width, as given to <see cref="Forward"/>.</param>
    /// <param name="u">fields x width, as given to <see cref="Forward"/>.</param>
    /// <param name="s">One opening a field, as <see cref="Forward"/> left them.</param>
    /// <param name="dy">fields x width: the gradient by y.</param>
    /// <param name="dx">fields x width: the gradient by x is added.</param>
    /// <param name="dg">One float a field: the gradient by the logits is added.</param>
    /// <param name="du">fields x width: the gradient by u is added.</param>
    /// <exception cref="ArgumentException">A size is negative or a span too short.</exception>
    public static void Backward(
        int fields,
        int width,
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> u,
        ReadOnlySpan<float> s,
        ReadOnlySpan<float> dy,
        Span<float> dx,
        Span<float> dg,
        Span<float> du)
    {
        ThrowHelper.CheckSize(fields);
        ThrowHelper.CheckSize(width);
        ThrowHelper.CheckMatrix(x, fields, width, width);
        ThrowHelper.CheckMatrix(u, fields, width, width);
        ThrowHelper.CheckAtLeast(s, fields);
        ThrowHelper.CheckMatrix(dy, fields, width, width);
        ThrowHelper.CheckMatrix(dx, fields, width, width);
        ThrowHelper.CheckAtLeast<float>(dg, fields, nameof(dg));
        ThrowHelper.CheckMatrix(du, fields, width, width);
        fixed (float* px = x, pu = u, ps = s, pdy = dy, pdx = dx, pdg = dg, pdu = du)
        {
            BackwardKernel kernel = new() { Fields = fields, Width = width, X = px, U = pu, S = ps, Dy = pdy, Dx = pdx, Dg = pdg, Du = pdu };
            Simd.Run(ref kernel);
        }
    }

    private struct BackwardKernel : IKernel
    {
        public int Fields;
        public int Width;
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
            for (int field = 0; field < Fields; field++)
            {
                TLanes open = TLanes.Create(S[field]);
                TLanes pull = TLanes.Zero;
                nint at = (nint)field * Width;
                for (int i = 0; i < Width; i += TLanes.Count)
                {
                    int count = Width - i;
                    TLanes dy = Row.Load<TLanes>(Dy + at + i, count);
                    TLanes opened = open * dy;
                    TLanes distance = Row.Load<TLanes>(U + at + i, count) - Row.Load<TLanes>(X + at + i, count);
                    pull = TLanes.MultiplyAdd(dy, distance, pull);
                    Row.Store(Dx + at + i, Row.Load<TLanes>(Dx + at + i, count) + (dy - opened), count);
                    Row.Store(Du + at + i, Row.Load<TLanes>(Du + at + i, count) + opened, count);
                }
                Dg[field] += S[field] * (1f - S[field]) * TLanes.Sum(pull);
            }
        }
    }
}
