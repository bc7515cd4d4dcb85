namespace Oversight.Numerics;

public static unsafe partial class MatrixMultiply
{
    /// <summary>C = A · B, or C += A · B, where B was packed beforehand.</summary>
    /// <param name="m">Rows of C.</param>
    /// <param name="a">A, m x the depth of B.</param>
    /// <param name="lda">Row stride of A in floats.</param>
    /// <param name="b">B.</param>
    /// <param name="c">C, m x the columns of B; floats between its rows are not touched.</param>
    /// <param name="ldc">Row stride of C in floats, at least the columns of B.</param>
    /// <param name="accumulate">Adds to C instead of overwriting it.</param>
    /// <param name="next">What the caller reads next, fetched from slower memory meanwhile; empty for nothing.</param>
    /// <exception cref="ArgumentException">A size is negative, a stride shorter than its row, or a span too short.</exception>
    public static void Multiply(int m, ReadOnlySpan<float> a, int lda, PackedMatrix b, Span<float> c, int ldc, bool accumulate = false, ReadOnlySpan<float> next = default)
    {
        ThrowHelper.CheckSize(m);
        ThrowHelper.CheckMatrix(a, m, b.Depth, lda);
        ThrowHelper.CheckMatrix(c, m, b.Columns, ldc);
        fixed (float* left = a, result = c, ahead = next)
        {
            MatrixOperands operands = Packed(m, left, lda, b, result, ldc);
            operands.Start = accumulate ? result : null;
            operands.StartRow = ldc;
            operands.Next = ahead;
            operands.NextLength = next.Length;
            Run(operands);
        }
    }

    /// <summary>A layer: Y = X · W + bias, then perhaps ReLU, where W was packed beforehand. The bias may be another for every row.</summary>
    /// <param name="m">Rows of X and Y.</param>
    /// <param name="x">X, m x the depth of W.</param>
    /// <param name="ldx">Row stride of X in floats.</param>
    /// <param name="w">W.</param>
    /// <param name="bias">What the sums start from: a row for every row, or, with a stride, m rows; empty for 0.</param>
    /// <param name="y">Y, m x the columns of W, overwritten; floats between its rows are not touched.</param>
    /// <param name="ldy">Row stride of Y in floats, at least the columns of W.</param>
    /// <param name="relu">Replaces negative results by 0; NaN stays NaN.</param>
    /// <param name="residual">With Y's rows and stride, added at the very end, or empty for none; not together with <paramref name="relu"/>.</param>
    /// <param name="ldbias">Row stride of the bias in floats; 0 where all rows share one.</param>
    /// <exception cref="ArgumentException">A size is negative, a stride shorter than its row, or a span too short.</exception>
    public static void Affine(
        int m,
        ReadOnlySpan<float> x,
        int ldx,
        PackedMatrix w,
        ReadOnlySpan<float> bias,
        Span<float> y,
        int ldy,
        bool relu,
        ReadOnlySpan<float> residual = default,
        int ldbias = 0)
    {
        ThrowHelper.CheckSize(m);
        ThrowHelper.CheckMatrix(x, m, w.Depth, ldx);
        ThrowHelper.CheckMatrix(y, m, w.Columns, ldy);
        CheckAdded(m, w.Columns, bias, ldbias, residual, ldy);
        fixed (float* left = x, start = bias, result = y, added = residual)
        {
            MatrixOperands operands = Packed(m, left, ldx, w, result, ldy);
            operands.Start = start;
            operands.StartRow = ldbias;
            operands.Relu = relu;
            operands.Residual = added;
            Run(operands);
        }
    }

    private static MatrixOperands Packed(int m, float* a, int lda, PackedMatrix b, float* c, int ldc) => new()
    {
        Rows = m,
        Columns = b.Columns,
        Depth = b.Depth,
        A = a,
        ARow = lda,
        AStep = 1,
        Panels = b.Panels,
        C = c,
        CRow = ldc,
        Scale = 1f,
    };
}
