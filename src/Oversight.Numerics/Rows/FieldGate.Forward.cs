namespace Oversight.Numerics;

/// <summary>A learned mixture of rows and their updates with one gate a field: y = x + s * (u - x) with s = sigmoid(g), where a row is several fields of equal width.</summary>
/// <remarks>Matrices are contiguous. Thread-safe.</remarks>
public static unsafe partial class FieldGate
{
    /// <summary>Mixes, and saves the gates' openings.</summary>
    /// <param name="fields">Number of fields over all rows.</param>
    /// <param name="width">Floats a field.</param>
    /// <param name="x">fields x width: the old values.</param>
    /// <param name="g">One logit a field.</param>
    /// <param name="u">fields x width: the updates.</param>
    /// <param name="y">fields x width, overwritten; may be x or u.</param>
    /// <param name="s">sigmoid(g), one float a field, overwritten, which <see cref="Backward"/> needs.</param>
    /// <exception cref="ArgumentException">A size is negative or a span too short.</exception>
    public static void Forward(
        int fields, int width, ReadOnlySpan<float> x, ReadOnlySpan<float> g, ReadOnlySpan<float> u, Span<float> y, Span<float> s)
    {
        ThrowHelper.CheckSize(fields);
        ThrowHelper.CheckSize(width);
        ThrowHelper.CheckMatrix(x, fields, width, width);
        ThrowHelper.CheckMatrix(u, fields, width, width);
        ThrowHelper.CheckMatrix(y, fields, width, width);
        Elementwise.Sigmoid(g[..fields], s);
        fixed (float* px = x, pu = u, py = y, ps = s)
        {
            ForwardKernel kernel = new() { Fields = fields, Width = width, X = px, U = pu, Y = py, S = ps };
            Simd.Run(ref kernel);
        }
    }

    private struct ForwardKernel : IKernel
    {
        public int Fields;
        public int Width;
        public float* X;
        public float* U;
        public float* Y;
        public float* S;

        public readonly void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes>
        {
            for (int field = 0; field < Fields; field++)
            {
                TLanes open = TLanes.Create(S[field]);
                nint at = (nint)field * Width;
                for (int i = 0; i < Width; i += TLanes.Count)
                {
                    int count = Width - i;
                    TLanes x = Row.Load<TLanes>(X + at + i, count);
                    TLanes u = Row.Load<TLanes>(U + at + i, count);
                    Row.Store(Y + at + i, TLanes.MultiplyAdd(open, u - x, x), count);
                }
            }
        }
    }
}
