namespace Oversight.Numerics;

public static unsafe partial class Reductions
{
    /// <summary>destination[c] += sum over all rows r of x[r, c], in the order of rows: the gradient of a bias.</summary>
    /// <param name="rows">Rows of x.</param>
    /// <param name="cols">Columns of x.</param>
    /// <param name="x">rows x cols.</param>
    /// <param name="ldx">Row stride of x in floats.</param>
    /// <param name="destination">At least cols floats, which are added to.</param>
    /// <exception cref="ArgumentException">A size is negative, the stride shorter than a row, or a span too short.</exception>
    public static void ColumnSumsTo(int rows, int cols, ReadOnlySpan<float> x, int ldx, Span<float> destination)
    {
        ThrowHelper.CheckSize(rows);
        ThrowHelper.CheckSize(cols);
        ThrowHelper.CheckMatrix(x, rows, cols, ldx);
        ThrowHelper.CheckAtLeast<float>(destination, cols, nameof(destination));
        fixed (float* px = x, pd = destination)
        {
            ColumnSumsKernel kernel = new(rows, cols, px, ldx, pd);
            Simd.Run(ref kernel);
        }
    }
}
