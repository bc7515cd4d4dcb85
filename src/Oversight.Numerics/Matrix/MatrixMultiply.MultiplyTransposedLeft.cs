namespace Oversight.Numerics;

public static unsafe partial class MatrixMultiply
{
    /// <summary>C = scale * Aᵀ · B, or C += scale * Aᵀ · B: the form of weight gradients.</summary>
    /// <param name="m">Rows of C.</param>
    /// <param name="n">Columns of C.</param>
    /// <param name="k">Products summed into each element; with 0 the product is 0.</param>
    /// <param name="a">A, k x m.</param>
    /// <param name="lda">Row stride of A in floats.</param>
    /// <param name="b">B, k x n.</param>
    /// <param name="ldb">Row stride of B in floats.</param>
    /// <param name="c">C, m x n; floats between its rows are not touched.</param>
    /// <param name="ldc">Row stride of C in floats, at least n.</param>
    /// <param name="accumulate">Adds to C instead of overwriting it.</param>
    /// <param name="scale">Factor of the product (not of what C held).</param>
    /// <exception cref="ArgumentException">A size is negative, a stride shorter than its row, or a span too short.</exception>
    public static void MultiplyTransposedLeft(
        int m,
        int n,
        int k,
        ReadOnlySpan<float> a,
        int lda,
        ReadOnlySpan<float> b,
        int ldb,
        Span<float> c,
        int ldc,
        bool accumulate = false,
        float scale = 1f) =>
        Product(m, n, k, a, lda, b, ldb, c, ldc, accumulate, scale, leftTransposed: true);
}
