namespace Oversight.Numerics.Tests;

/// <summary>Results depend on the inputs and the vector path only.</summary>
public sealed unsafe class DeterminismTests
{
    private const int M = 53, N = 73, K = 300;

    private static readonly float[] A = Sample.Floats(M * K, 1), B = Sample.Floats(K * N, 2);

    [Fact]
    public void MatrixMultiply_AnyThreads_GivesSameBits()
    {
        float[] whole = Product();
        for (int threads = 1; threads <= 4; threads++)
        {
            using WorkerPool pool = new(threads);
            float[] cut = new float[M * N];
            pool.For(M, row => MatrixMultiply.Multiply(1, N, K, A.AsSpan(row * K, K), K, B, N, cut.AsSpan(row * N, N), N));
            Assert.Equal(whole, cut);
        }
    }

    [Fact]
    public void MatrixMultiply_AnyAlignment_GivesSameBits()
    {
        float[] whole = Product();
        for (int offset = 1; offset < 16; offset += 3)
        {
            float[] a = [.. new float[offset], .. A], b = [.. new float[16 - offset], .. B], c = new float[(M * N) + offset];
            MatrixMultiply.Multiply(M, N, K, a.AsSpan(offset), K, b.AsSpan(16 - offset), N, c.AsSpan(offset), N);
            Assert.Equal(whole, c[offset..]);
        }
    }

    [Fact]
    public void MatrixMultiply_NarrowerPaths_GiveSameBits()
    {
        float[] whole = Product();
        for (VectorPath path = VectorPath.Scalar; path <= Simd.Path; path++)
        {
            float[] c = new float[M * N];
            fixed (float* pa = A, pb = B, pc = c)
            {
                MatrixKernel kernel = new(new MatrixOperands
                {
                    Rows = M,
                    Columns = N,
                    Depth = K,
                    A = pa,
                    ARow = K,
                    AStep = 1,
                    B = pb,
                    BRow = N,
                    C = pc,
                    CRow = N,
                    Scale = 1f,
                });
                Simd.Run(ref kernel, path);
            }
            Assert.Equal(whole, c);
        }
    }

    [Fact]
    public void Reductions_AnyAlignment_GiveSameBits()
    {
        float[] x = Sample.Floats(9001, 1);
        float dot = Reductions.Dot(x, x);
        for (int offset = 1; offset < 16; offset++)
        {
            float[] moved = [.. new float[offset], .. x];
            Assert.Equal(dot, Reductions.SumOfSquares(moved.AsSpan(offset)));
        }
    }

    private static float[] Product()
    {
        float[] c = new float[M * N];
        MatrixMultiply.Multiply(M, N, K, A, K, B, N, c, N);
        return c;
    }
}
