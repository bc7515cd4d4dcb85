namespace Oversight.Numerics;

/// <summary>Turns rows into columns.</summary>
/// <remarks>Thread-safe.</remarks>
public static unsafe class Transpose
{
    /// <summary>y[j, i] = x[i, j].</summary>
    /// <param name="rows">Rows of x.</param>
    /// <param name="cols">Columns of x.</param>
    /// <param name="x">rows x cols.</param>
    /// <param name="ldx">Row stride of x in floats.</param>
    /// <param name="y">cols x rows, overwritten; must not overlap x.</param>
    /// <param name="ldy">Row stride of y in floats.</param>
    /// <exception cref="ArgumentException">A size is negative, a stride shorter than a row, or a span too short.</exception>
    public static void Rows(int rows, int cols, ReadOnlySpan<float> x, int ldx, Span<float> y, int ldy)
    {
        ThrowHelper.CheckSize(rows);
        ThrowHelper.CheckSize(cols);
        ThrowHelper.CheckMatrix(x, rows, cols, ldx);
        ThrowHelper.CheckMatrix(y, cols, rows, ldy);
        fixed (float* px = x, py = y)
        {
            TransposeKernel kernel = new() { RowCount = rows, Columns = cols, X = px, XRow = ldx, Y = py, YRow = ldy };
            Simd.Run(ref kernel);
        }
    }

    private struct TransposeKernel : IKernel
    {
        public int RowCount;
        public int Columns;
        public float* X;
        public nint XRow;
        public float* Y;
        public nint YRow;

        public readonly void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes>
        {
            int done = TLanes.Count < 4 ? 0 : RowCount / TLanes.Count * TLanes.Count;
            for (int row = 0; row < done; row += TLanes.Count)
            {
                int column = 0;
                for (; column + 4 <= Columns; column += 4) Quads<TLanes>(X + (row * XRow) + column, Y + (column * YRow) + row);
                Singles(row, row + TLanes.Count, column);
            }
            Singles(done, RowCount, 0);
        }

        // Four columns of as many rows as there are lanes.
        private readonly void Quads<TLanes>(float* source, float* destination)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            TLanes x = TLanes.LoadQuads(source, XRow);
            TLanes y = TLanes.LoadQuads(source + XRow, XRow);
            TLanes z = TLanes.LoadQuads(source + (2 * XRow), XRow);
            TLanes w = TLanes.LoadQuads(source + (3 * XRow), XRow);
            TLanes.TransposeQuads(ref x, ref y, ref z, ref w);
            TLanes.Store(destination, x);
            TLanes.Store(destination + YRow, y);
            TLanes.Store(destination + (2 * YRow), z);
            TLanes.Store(destination + (3 * YRow), w);
        }

        private readonly void Singles(int fromRow, int toRow, int fromColumn)
        {
            for (int column = fromColumn; column < Columns; column++)
            {
                for (int row = fromRow; row < toRow; row++) Y[(column * YRow) + row] = X[(row * XRow) + column];
            }
        }
    }
}
