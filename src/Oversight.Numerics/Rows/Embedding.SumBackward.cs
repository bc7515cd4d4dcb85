namespace Oversight.Numerics;

public static unsafe partial class Embedding
{
    /// <summary>dTable[indices[r, c]] += dy[r] for every row r and column c, in that order.</summary>
    /// <param name="rows">Rows of the indices and of dy.</param>
    /// <param name="width">Columns of the table and of dy.</param>
    /// <param name="columns">Columns of the indices.</param>
    /// <param name="indices">rows x columns; -1 adds nothing.</param>
    /// <param name="dy">rows x width, the gradient by y.</param>
    /// <param name="dTable">n x width for any n, to which the gradient by the table is added.</param>
    /// <exception cref="ArgumentException">A size is negative, a span too short, or an index outside -1 to n - 1.</exception>
    public static void SumBackward(
        int rows, int width, int columns, ReadOnlySpan<int> indices, ReadOnlySpan<float> dy, Span<float> dTable)
    {
        CheckIndices(rows, width, columns, indices, dTable.Length);
        ThrowHelper.CheckMatrix(dy, rows, width, width);
        fixed (int* pIndices = indices)
        fixed (float* pdy = dy, pdTable = dTable)
        {
            BackwardKernel kernel = new() { Rows = rows, Width = width, Columns = columns, Indices = pIndices, Dy = pdy, DTable = pdTable };
            Simd.Run(ref kernel);
        }
    }

    private struct BackwardKernel : IKernel
    {
        public int Rows;
        public int Width;
        public int Columns;
        public int* Indices;
        public float* Dy;
        public float* DTable;

        public readonly void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes>
        {
            for (int row = 0; row < Rows; row++)
            {
                int* chosen = Indices + ((nint)row * Columns);
                for (int column = 0; column < Columns; column++)
                {
                    if (chosen[column] >= 0) AddRow<TLanes>(Dy + ((nint)row * Width), DTable + ((nint)chosen[column] * Width));
                }
            }
        }

        private readonly void AddRow<TLanes>(float* source, float* destination)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            for (int i = 0; i < Width; i += TLanes.Count)
            {
                int count = Width - i;
                Row.Store(destination + i, Row.Load<TLanes>(destination + i, count) + Row.Load<TLanes>(source + i, count), count);
            }
        }
    }
}
