namespace Oversight.Numerics;

/// <summary>The softmax of rows: y = e^(scale * x) / sum of e^(scale * x).</summary>
/// <remarks>
/// Negative infinity stands for a column that is not there: its result is 0. A row with no column left gives zeros; a row with NaN
/// or positive infinity gives NaN. Thread-safe.
/// </remarks>
public static unsafe partial class Softmax
{
    /// <summary>The softmax of every row over all its columns.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="cols">Number of columns.</param>
    /// <param name="x">rows x cols.</param>
    /// <param name="ldx">Row stride of x in floats.</param>
    /// <param name="y">rows x cols, overwritten; may be x with the same stride.</param>
    /// <param name="ldy">Row stride of y in floats.</param>
    /// <param name="scale">Factor of x, above 0.</param>
    /// <exception cref="ArgumentException">A size is negative, a stride shorter than a row, or a span too short.</exception>
    public static void Forward(int rows, int cols, ReadOnlySpan<float> x, int ldx, Span<float> y, int ldy, float scale) =>
        Forward(rows, cols, cols, 0, x, ldx, y, ldy, scale);

    private static void Forward(
        int rows, int cols, long visible, int growth, ReadOnlySpan<float> x, int ldx, Span<float> y, int ldy, float scale)
    {
        ThrowHelper.CheckSize(rows);
        ThrowHelper.CheckSize(cols);
        ThrowHelper.CheckMatrix(x, rows, cols, ldx);
        ThrowHelper.CheckMatrix(y, rows, cols, ldy);
        fixed (float* px = x, py = y)
        {
            ForwardKernel kernel = new()
            {
                Rows = rows,
                Columns = cols,
                Visible = visible,
                Growth = growth,
                X = px,
                XRow = ldx,
                Y = py,
                YRow = ldy,
                Scale = scale,
            };
            Simd.Run(ref kernel);
        }
    }

    private struct ForwardKernel : IKernel
    {
        public int Rows;
        public int Columns;
        public long Visible;
        public int Growth;
        public float* X;
        public nint XRow;
        public float* Y;
        public nint YRow;
        public float Scale;

        public readonly void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes>
        {
            for (int row = 0; row < Rows; row++)
            {
                int visible = (int)Math.Clamp(Visible + ((long)row * Growth), 0, Columns);
                float* y = Y + (row * YRow);
                RunRow<TLanes>(X + (row * XRow), y, visible);
                new Span<float>(y + visible, Columns - visible).Clear();
            }
        }

        private readonly void RunRow<TLanes>(float* x, float* y, int columns)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            float largest = ScaledMax<TLanes>(x, columns);
            if (float.IsNegativeInfinity(largest)) largest = 0f;
            TLanes factor = TLanes.Create(Scale), top = TLanes.Create(largest), sum = TLanes.Zero;
            for (int i = 0; i < columns; i += TLanes.Count)
            {
                int count = columns - i;
                TLanes power = Exponential.Exp((Row.Load<TLanes>(x + i, count) * factor) - top);
                sum += Row.Keep(power, count, TLanes.Zero);
                Row.Store(y + i, power, count);
            }
            float total = TLanes.Sum(sum);
            if (total == 0f) return;
            TLanes share = TLanes.Create(1f / total);
            for (int i = 0; i < columns; i += TLanes.Count)
            {
                int count = columns - i;
                Row.Store(y + i, Row.Load<TLanes>(y + i, count) * share, count);
            }
        }

        // May pass over NaN, which then turns up in the sum.
        private readonly float ScaledMax<TLanes>(float* x, int columns)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            TLanes factor = TLanes.Create(Scale), none = TLanes.Create(float.NegativeInfinity), max = none;
            for (int i = 0; i < columns; i += TLanes.Count)
            {
                int count = columns - i;
                max = TLanes.AtLeast(max, Row.Keep(Row.Load<TLanes>(x + i, count) * factor, count, none));
            }
            return TLanes.MaxLane(max);
        }
    }
}
