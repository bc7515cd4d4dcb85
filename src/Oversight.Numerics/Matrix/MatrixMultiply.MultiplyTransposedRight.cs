namespace Oversight.Numerics;

public static unsafe partial class MatrixMultiply
{
    /// <summary>C = scale * A · Bᵀ, or C += scale * A · Bᵀ.</summary>
    /// <param name="m">Rows of C.</param>
    /// <param name="n">Columns of C.</param>
    /// <param name="k">Products summed into each element; with 0 the product is 0.</param>
    /// <param name="a">A, m x k.</param>
    /// <param name="lda">Row stride of A in floats.</param>
    /// <param name="b">B, n x k.</param>
    /// <param name="ldb">Row stride of B in floats.</param>
    /// <param name="c">C, m x n; floats between its rows are not touched.</param>
    /// <param name="ldc">Row stride of C in floats, at least n.</param>
    /// <param name="accumulate">Adds to C instead of overwriting it.</param>
    /// <param name="scale">Factor of the product (not of what C held).</param>
    /// <exception cref="ArgumentException">A size is negative, a stride shorter than its row, or a span too short.</exception>
    public static void MultiplyTransposedRight(
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
        Product(m, n, k, a, lda, b, ldb, c, ldc, accumulate, scale, rightTransposed: true);
}
