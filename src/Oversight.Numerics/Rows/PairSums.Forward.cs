namespace Oversight.Numerics;

/// <summary>The sum over all keys of what a row and a key make together: y[r] = sum over k of max(0, q[r] + k).</summary>
/// <remarks>Matrices are contiguous. Thread-safe.</remarks>
public static unsafe partial class PairSums
{
    /// <summary>Adds up.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="keys">Number of keys; without any the sums are 0.</param>
    /// <param name="cols">Floats a row.</param>
    /// <param name="q">rows x cols.</param>
    /// <param name="k">keys x cols.</param>
    /// <param name="y">rows x cols, overwritten.</param>
    /// <exception cref="ArgumentException">A size is negative or a span too short.</exception>
    public static void Forward(int rows, int keys, int cols, ReadOnlySpan<float> q, ReadOnlySpan<float> k, Span<float> y)
    {
        CheckSizes(rows, keys, cols, q, k);
        ThrowHelper.CheckMatrix(y, rows, cols, cols);
        fixed (float* pq = q, pk = k, py = y)
        {
            ForwardKernel kernel = new() { Rows = rows, Keys = keys, Columns = cols, Q = pq, K = pk, Y = py };
            Simd.Run(ref kernel);
        }
    }

    private static void CheckSizes(int rows, int keys, int cols, ReadOnlySpan<float> q, ReadOnlySpan<float> k)
    {
        ThrowHelper.CheckSize(rows);
        ThrowHelper.CheckSize(keys);
        ThrowHelper.CheckSize(cols);
        ThrowHelper.CheckMatrix(q, rows, cols, cols);
        ThrowHelper.CheckMatrix(k, keys, cols, cols);
    }

    private struct ForwardKernel : IKernel
    {
        public int Rows;
        public int Keys;
        public int Columns;
        public float* Q;
        public float* K;
        public float* Y;

        public readonly void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes>
        {
            for (int row = 0; row < Rows; row++)
            {
                nint at = (nint)row * Columns;
                for (int i = 0; i < Columns; i += TLanes.Count)
                {
                    int count = Columns - i;
                    Row.Store(Y + at + i, SumOfColumn(Row.Load<TLanes>(Q + at + i, count), i, count), count);
                }
            }
        }

        private readonly TLanes SumOfColumn<TLanes>(TLanes q, int column, int count)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            TLanes sum = TLanes.Zero;
            for (int key = 0; key < Keys; key++)
                sum += TLanes.AtLeast(TLanes.Zero, q + Row.Load<TLanes>(K + (nint)key * Columns + column, count));
            return sum;
        }
    }
}
