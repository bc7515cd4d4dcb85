namespace Oversight.Numerics;

/// <summary>Sums of table rows chosen by index: the input layer of a network over symbols.</summary>
/// <remarks>Matrices are contiguous. Thread-safe.</remarks>
public static unsafe partial class Embedding
{
    /// <summary>y[r] = start + sum over the columns c of table[indices[r, c]], in the order of columns.</summary>
    /// <param name="rows">Rows of the indices and of y.</param>
    /// <param name="width">Columns of the table and of y.</param>
    /// <param name="columns">Columns of the indices.</param>
    /// <param name="indices">rows x columns; -1 adds nothing.</param>
    /// <param name="table">n x width for any n.</param>
    /// <param name="y">rows x width, overwritten.</param>
    /// <param name="start">width floats that every sum begins with, or empty for 0.</param>
    /// <exception cref="ArgumentException">A size is negative, a span too short, or an index outside -1 to n - 1.</exception>
    public static void SumForward(
        int rows, int width, int columns, ReadOnlySpan<int> indices, ReadOnlySpan<float> table, Span<float> y, ReadOnlySpan<float> start = default)
    {
        CheckIndices(rows, width, columns, indices, table.Length);
        ThrowHelper.CheckMatrix(y, rows, width, width);
        if (!start.IsEmpty) ThrowHelper.CheckLength(start, width);
        fixed (int* pIndices = indices)
        fixed (float* pTable = table, py = y, pStart = start)
        {
            ForwardKernel kernel = new() { Rows = rows, Width = width, Columns = columns, Indices = pIndices, Table = pTable, Y = py, Start = pStart };
            Simd.Run(ref kernel);
        }
    }

    private static void CheckIndices(int rows, int width, int columns, ReadOnlySpan<int> indices, int tableLength)
    {
        ThrowHelper.CheckSize(rows);
        ThrowHelper.CheckSize(width);
        ThrowHelper.CheckSize(columns);
        ThrowHelper.CheckAtLeast(indices, (long)rows * columns);
        int tableRows = width == 0 ? int.MaxValue : tableLength / width;
        foreach (int index in indices[..(rows * columns)])
        {
            if (index < -1 || index >= tableRows) ThrowHelper.ThrowIndex(index, tableRows, nameof(indices));
        }
    }

    private struct ForwardKernel : IKernel
    {
        public int Rows;
        public int Width;
        public int Columns;
        public int* Indices;
        public float* Table;
        public float* Y;
        public float* Start;

        public readonly void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes>
        {
            for (int row = 0; row < Rows; row++)
            {
                int* chosen = Indices + ((nint)row * Columns);
                float* y = Y + ((nint)row * Width);
                for (int i = 0; i < Width; i += TLanes.Count) Row.Store(y + i, SumAt<TLanes>(chosen, i, Width - i), Width - i);
            }
        }

        private readonly TLanes SumAt<TLanes>(int* chosen, int i, int count)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            TLanes sum = Start == null ? TLanes.Zero : Row.Load<TLanes>(Start + i, count);
            for (int column = 0; column < Columns; column++)
            {
                if (chosen[column] >= 0) sum += Row.Load<TLanes>(Table + ((nint)chosen[column] * Width) + i, count);
            }
            return sum;
        }
    }
}
