namespace Oversight.Numerics;

public static unsafe partial class MatrixMultiply
{
    /// <summary>A layer: Y = X · W + bias, then perhaps ReLU. The bias may be another for every row.</summary>
    /// <param name="m">Rows of X and Y.</param>
    /// <param name="n">Columns of Y.</param>
    /// <param name="k">Columns of X.</param>
    /// <param name="x">X, m x k.</param>
    /// <param name="ldx">Row stride of X in floats.</param>
    /// <param name="w">W, k x n.</param>
    /// <param name="ldw">Row stride of W in floats.</param>
    /// <param name="bias">What the sums start from: n floats for every row, or, with a stride, m x n; empty for 0.</param>
    /// <param name="y">Y, m x n, overwritten; floats between its rows are not touched.</param>
    /// <param name="ldy">Row stride of Y in floats, at least n.</param>
    /// <param name="relu">Replaces negative results by 0; NaN stays NaN.</param>
    /// <param name="residual">m x n with Y's row stride, added at the very end, or empty for none; not together with <paramref name="relu"/>.</param>
    /// <param name="ldbias">Row stride of the bias in floats; 0 where all rows share one.</param>
    /// <exception cref="ArgumentException">A size is negative, a stride shorter than its row, or a span too short.</exception>
    public static void Affine(
        int m,
        int n,
        int k,
        ReadOnlySpan<float> x,
        int ldx,
        ReadOnlySpan<float> w,
        int ldw,
        ReadOnlySpan<float> bias,
        Span<float> y,
        int ldy,
        bool relu,
        ReadOnlySpan<float> residual = default,
        int ldbias = 0)
    {
        ThrowHelper.CheckSize(m);
        ThrowHelper.CheckSize(n);
        ThrowHelper.CheckSize(k);
        ThrowHelper.CheckMatrix(x, m, k, ldx);
        ThrowHelper.CheckMatrix(w, k, n, ldw);
        ThrowHelper.CheckMatrix(y, m, n, ldy);
        CheckAdded(m, n, bias, ldbias, residual, ldy);
        fixed (float* left = x, right = w, start = bias, result = y, added = residual)
        {
            Run(new MatrixOperands
            {
                Rows = m,
                Columns = n,
                Depth = k,
                A = left,
                ARow = ldx,
                AStep = 1,
                B = right,
                BRow = ldw,
                C = result,
                CRow = ldy,
                Start = start,
                StartRow = ldbias,
                Scale = 1f,
                Relu = relu,
                Residual = added,
            });
        }
    }

    private static void CheckAdded(int m, int n, ReadOnlySpan<float> bias, int ldbias, ReadOnlySpan<float> residual, int ldy)
    {
        ThrowHelper.CheckSize(ldbias);
        if (ldbias > 0) ThrowHelper.CheckMatrix(bias, m, n, ldbias);
        else if (!bias.IsEmpty) ThrowHelper.CheckLength(bias, n);
        if (!residual.IsEmpty) ThrowHelper.CheckMatrix(residual, m, n, ldy);
    }
}
