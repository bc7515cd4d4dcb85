namespace Oversight.Numerics;

public static unsafe partial class PairSums
{
    /// <summary>Adds the gradients: a pair whose sum is above 0 passes dy on to both.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="keys">Number of keys.</param>
    /// <param name="cols">Floats a row.</param>
    /// <param name="q">rows x cols, as given to <see cref="Forward"/>.</param>
    /// <param name="k">keys x cols, as given to <see cref="Forward"/>.</param>
    /// <param name="dy">rows x cols: the gradient by y.</param>
    /// <param name="dq">rows x cols: the gradient by q is added.</param>
    /// <param name="dk">keys x cols: the gradient by k is added.</param>
    /// <exception cref="ArgumentException">A size is negative or a span too short.</exception>
    public static void Backward(
        int rows, int keys, int cols, ReadOnlySpan<float> q, ReadOnlySpan<float> k, ReadOnlySpan<float> dy, Span<float> dq, Span<float> dk)
    {
        CheckSizes(rows, keys, cols, q, k);
        ThrowHelper.CheckMatrix(dy, rows, cols, cols);
        ThrowHelper.CheckMatrix(dq, rows, cols, cols);
        ThrowHelper.CheckMatrix(dk, keys, cols, cols);
        fixed (float* pq = q, pk = k, pdy = dy, pdq = dq, pdk = dk)
        {
            BackwardKernel kernel = new() { Rows = rows, Keys = keys, Columns = cols, Q = pq, K = pk, Dy = pdy, Dq = pdq, Dk = pdk };
            Simd.Run(ref kernel);
        }
    }

    private struct BackwardKernel : IKernel
    {
        public int Rows;
        public int Keys;
        public int Columns;
        public float* Q;
        public float* K;
        public float* Dy;
        public float* Dq;
        public float* Dk;

        public readonly void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes>
        {
            for (int row = 0; row < Rows; row++)
            {
                nint at = (nint)row * Columns;
                for (int i = 0; i < Columns; i += TLanes.Count)
                    AddColumn<TLanes>(at + i, i, Columns - i);
            }
        }

        private readonly void AddColumn<TLanes>(nint at, int column, int count)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            TLanes q = Row.Load<TLanes>(Q + at, count);
            TLanes dy = Row.Load<TLanes>(Dy + at, count);
            TLanes sum = Row.Load<TLanes>(Dq + at, count);
            for (int key = 0; key < Keys; key++)
            {
                nint place = (nint)key * Columns + column;
                TLanes passed = TLanes.WherePositive(q + Row.Load<TLanes>(K + place, count), dy);
                sum += passed;
                Row.Store(Dk + place, Row.Load<TLanes>(Dk + place, count) + passed, count);
            }

            Row.Store(Dq + at, sum, count);
        }
    }
}
