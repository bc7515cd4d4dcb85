namespace Oversight.Numerics;

public static unsafe partial class Softmax
{
    /// <summary>The gradient by x: dx = scale * y * (dy - sum of y * dy along the row).</summary>
    /// <remarks>Serves the causal form as well: a column that was not seen has y = 0 and gets 0.</remarks>
    /// <param name="rows">Number of rows.</param>
    /// <param name="cols">Number of columns.</param>
    /// <param name="y">rows x cols, the forward result.</param>
    /// <param name="ldy">Row stride of y in floats.</param>
    /// <param name="dy">rows x cols, the gradient by y.</param>
    /// <param name="lddy">Row stride of dy in floats.</param>
    /// <param name="dx">rows x cols, overwritten; may be dy or y with the same stride.</param>
    /// <param name="lddx">Row stride of dx in floats.</param>
    /// <param name="scale">The factor of x in the forward pass.</param>
    /// <exception cref="ArgumentException">A size is negative, a stride shorter than a row, or a span too short.</exception>
    public static void Backward(
        int rows,
        int cols,
        ReadOnlySpan<float> y,
        int ldy,
        ReadOnlySpan<float> dy,
        int lddy,
        Span<float> dx,
        int lddx,
        float scale)
    {
        ThrowHelper.CheckSize(rows);
        ThrowHelper.CheckSize(cols);
        ThrowHelper.CheckMatrix(y, rows, cols, ldy);
        ThrowHelper.CheckMatrix(dy, rows, cols, lddy);
        ThrowHelper.CheckMatrix(dx, rows, cols, lddx);
        fixed (float* py = y, pdy = dy, pdx = dx)
        {
            BackwardKernel kernel = new()
            {
                Rows = rows,
                Columns = cols,
                Y = py,
                YRow = ldy,
                Dy = pdy,
                DyRow = lddy,
                Dx = pdx,
                DxRow = lddx,
                Scale = scale,
            };
            Simd.Run(ref kernel);
        }
    }

    private struct BackwardKernel : IKernel
    {
        public int Rows;
        public int Columns;
        public float* Y;
        public nint YRow;
        public float* Dy;
        public nint DyRow;
        public float* Dx;
        public nint DxRow;
        public float Scale;

        public readonly void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes>
        {
            for (int row = 0; row < Rows; row++) RunRow<TLanes>(Y + (row * YRow), Dy + (row * DyRow), Dx + (row * DxRow));
        }

        private readonly void RunRow<TLanes>(float* y, float* dy, float* dx)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            TLanes mean = TLanes.Create(Row.Dot<TLanes>(y, dy, Columns)), factor = TLanes.Create(Scale);
            for (int i = 0; i < Columns; i += TLanes.Count)
            {
                int count = Columns - i;
                TLanes distance = Row.Load<TLanes>(dy + i, count) - mean;
                Row.Store(dx + i, Row.Load<TLanes>(y + i, count) * factor * distance, count);
            }
        }
    }
}
