namespace Oversight.Numerics;

public static unsafe partial class MatrixMultiply
{
    /// <summary>A layer: Y = X · W + bias, then perhaps ReLU.</summary>
    /// <param name="m">Rows of X and Y.</param>
    /// <param name="n">Columns of Y.</param>
    /// <param name="k">Columns of X.</param>
    /// <param name="x">X, m x k.</param>
    /// <param name="ldx">Row stride of X in floats.</param>
    /// <param name="w">W, k x n.</param>
    /// <param name="ldw">Row stride of W in floats.</param>
    /// <param name="bias">n floats added to every row, or empty for none.</param>
    /// <param name="y">Y, m x n, overwritten; floats between its rows are not touched.</param>
    /// <param name="ldy">Row stride of Y in floats, at least n.</param>
    /// <param name="relu">Replaces negative results by 0; NaN stays NaN.</param>
    /// <param name="residual">m x n with Y's row stride, added at the very end, or empty for none; not together with <paramref name="relu"/>.</param>
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
        ReadOnlySpan<float> residual = default)
    {
        ThrowHelper.CheckSize(m);
        ThrowHelper.CheckSize(n);
        ThrowHelper.CheckSize(k);
        ThrowHelper.CheckMatrix(x, m, k, ldx);
        ThrowHelper.CheckMatrix(w, k, n, ldw);
        ThrowHelper.CheckMatrix(y, m, n, ldy);
        if (!bias.IsEmpty) ThrowHelper.CheckLength(bias, n);
        if (!residual.IsEmpty) ThrowHelper.CheckMatrix(residual, m, n, ldy);
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
                StartRow = 0,
                Scale = 1f,
                Relu = relu,
                Residual = added,
            });
        }
    }
}
