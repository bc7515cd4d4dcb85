namespace Oversight.Numerics;

/// <summary>Products of row-major matrices of floats with explicit row strides.</summary>
/// <remarks>
/// <para>
/// Every element of the result is one chain of multiply-adds in the order of depth, starting from 0, from the old value or from
/// the bias; so results do not depend on blocking, alignment, threads or how the caller cuts the rows. Paths whose hardware
/// fuses the multiply-add give equal bits.
/// </para>
/// <para>
/// The result must not overlap the inputs. Thread-safe: each thread packs into scratch memory of its own, allocated by its first
/// call and again only when a larger product needs more.
/// </para>
/// </remarks>
public static unsafe partial class MatrixMultiply
{
    // C = scale * A · B, or C += scale * A · B, where A, B or neither lies transposed.
    private static void Product(
        int m,
        int n,
        int k,
        ReadOnlySpan<float> a,
        int lda,
        ReadOnlySpan<float> b,
        int ldb,
        Span<float> c,
        int ldc,
        bool accumulate,
        float scale,
        bool leftTransposed = false,
        bool rightTransposed = false)
    {
        ThrowHelper.CheckSize(m);
        ThrowHelper.CheckSize(n);
        ThrowHelper.CheckSize(k);
        if (leftTransposed) ThrowHelper.CheckMatrix(a, k, m, lda);
        else ThrowHelper.CheckMatrix(a, m, k, lda);
        if (rightTransposed) ThrowHelper.CheckMatrix(b, n, k, ldb);
        else ThrowHelper.CheckMatrix(b, k, n, ldb);
        ThrowHelper.CheckMatrix(c, m, n, ldc);
        fixed (float* left = a, right = b, result = c)
        {
            Run(new MatrixOperands
            {
                Rows = m,
                Columns = n,
                Depth = k,
                A = left,
                ARow = leftTransposed ? 1 : lda,
                AStep = leftTransposed ? lda : 1,
                B = right,
                BRow = ldb,
                BTransposed = rightTransposed,
                C = result,
                CRow = ldc,
                Start = accumulate ? result : null,
                StartRow = ldc,
                Scale = scale,
            });
        }
    }

    private static void Run(in MatrixOperands operands)
    {
        MatrixKernel kernel = new(operands);
        Simd.Run(ref kernel);
    }
}
