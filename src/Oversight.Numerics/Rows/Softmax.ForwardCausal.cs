namespace Oversight.Numerics;

public static unsafe partial class Softmax
{
    /// <summary>The softmax of every row r over its columns 0 to offset + r; the columns after them become 0.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="cols">Number of columns.</param>
    /// <param name="offset">The last column that row 0 sees; below 0 the first rows see nothing and are all 0.</param>
    /// <param name="x">rows x cols.</param>
    /// <param name="ldx">Row stride of x in floats.</param>
    /// <param name="y">rows x cols, overwritten; may be x with the same stride.</param>
    /// <param name="ldy">Row stride of y in floats.</param>
    /// <param name="scale">Factor of x, above 0.</param>
    /// <exception cref="ArgumentException">A size is negative, a stride shorter than a row, or a span too short.</exception>
    public static void ForwardCausal(
        int rows, int cols, int offset, ReadOnlySpan<float> x, int ldx, Span<float> y, int ldy, float scale) =>
        Forward(rows, cols, offset + 1L, 1, x, ldx, y, ldy, scale);
}
