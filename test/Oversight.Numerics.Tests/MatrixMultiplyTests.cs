using FsCheck.Fluent;

namespace Oversight.Numerics.Tests;

public sealed class MatrixMultiplyTests
{
    public enum Form
    {
        Plain,
        TransposedRight,
        TransposedLeft,
    }

    [Theory]
    [InlineData(Form.Plain)]
    [InlineData(Form.TransposedRight)]
    [InlineData(Form.TransposedLeft)]
    public void Multiply_SmallShapes_EqualsReference(Form form)
    {
        int[] sizes = [0, 1, 2, 3, 4, 5, 7, 8, 11, 12, 13, 16, 17, 25];
        foreach (int m in sizes)
        {
            foreach (int n in sizes)
            {
                foreach (int k in sizes) Check(form, m, n, k, (m + n) % 3, (n + k) % 2 == 0, (m + k) % 2 == 0 ? 1f : -0.3f);
            }
        }
    }

    [Theory]
    [InlineData(Form.Plain)]
    [InlineData(Form.TransposedRight)]
    [InlineData(Form.TransposedLeft)]
    public void Multiply_AllWidths_EqualsReference(Form form)
    {
        for (int width = 1; width <= 130; width++)
        {
            Check(form, 15, width, 9, width % 4, width % 2 == 0, 1f);
            Check(form, width, 33, 5, width % 4, width % 2 == 1, 1f);
            Check(form, 29, 21, width, width % 4, false, 0.5f);
        }
    }

    [Theory]
    [InlineData(Form.Plain, 70, 700, 300)]
    [InlineData(Form.Plain, 300, 66, 513)]
    [InlineData(Form.Plain, 17, 530, 257)]
    [InlineData(Form.TransposedRight, 65, 520, 270)]
    [InlineData(Form.TransposedLeft, 40, 73, 1030)]
    [InlineData(Form.TransposedLeft, 130, 64, 600)]
    public void Multiply_ShapesOfSeveralBlocks_EqualsReference(Form form, int m, int n, int k)
    {
        Check(form, m, n, k, 3, false, 1f);
        Check(form, m, n, k, 0, true, 2f);
    }

    // Each shape is on one side of a threshold: one depth block or several, rows and columns of several blocks, left operands packed or not.
    [Theory]
    [InlineData(Form.Plain, 27, 1060, 790, 0)]
    [InlineData(Form.Plain, 2103, 21, 390, 1)]
    [InlineData(Form.Plain, 23, 520, 800, 0)]
    [InlineData(Form.Plain, 37, 1027, 1024, 0)]
    [InlineData(Form.TransposedRight, 31, 1050, 400, 2)]
    [InlineData(Form.TransposedRight, 25, 257, 400, 4000)]
    [InlineData(Form.TransposedRight, 1400, 37, 385, 0)]
    [InlineData(Form.TransposedLeft, 512, 257, 385, 0)]
    [InlineData(Form.TransposedLeft, 511, 257, 385, 0)]
    [InlineData(Form.TransposedLeft, 511, 257, 385, 3)]
    [InlineData(Form.TransposedLeft, 25, 136, 193, 1000)]
    [InlineData(Form.TransposedLeft, 24, 131, 401, 1000)]
    [InlineData(Form.TransposedLeft, 23, 131, 401, 1000)]
    [InlineData(Form.TransposedLeft, 128, 64, 1601, 0)]
    [InlineData(Form.TransposedLeft, 128, 1030, 17, 0)]
    public void Multiply_EitherSideOfThresholds_EqualsReferenceOnEveryPath(Form form, int m, int n, int k, int gap)
    {
        for (VectorPath path = VectorPath.Scalar; path <= Simd.Path; path++)
        {
            Check(form, m, n, k, gap, false, 1f, path);
            Check(form, m, n, k, gap, true, -0.5f, path);
        }
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Affine_ManyShapes_EqualsReference(bool relu, bool biased)
    {
        foreach (int m in new[] { 1, 3, 4, 12, 30, 61 })
        {
            foreach (int n in new[] { 1, 4, 8, 16, 24, 32, 40, 66, 73, 130 })
            {
                foreach (int k in new[] { 0, 1, 31, 64, 300 }) CheckAffine(m, n, k, relu, biased);
            }
        }
    }

    // Panels of one vector and of two, the last not full; several blocks of depths, of columns, of both.
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 16, 5)]
    [InlineData(30, 17, 40)]
    [InlineData(13, 33, 7)]
    [InlineData(40, 128, 128)]
    [InlineData(25, 70, 900)]
    [InlineData(14, 1100, 30)]
    [InlineData(30, 1060, 790)]
    public void Multiply_PackedBeforehand_GivesSameBitsOnEveryPath(int m, int n, int k)
    {
        for (VectorPath path = VectorPath.Scalar; path <= Simd.Path; path++)
        {
            Check(Form.Plain, m, n, k, 2, accumulate: false, 1f, path, packed: true);
            Check(Form.TransposedRight, m, n, k, 2, accumulate: true, 1f, path, packed: true);
        }
    }

    [Fact]
    public void Affine_PackedBeforehand_GivesSameBits()
    {
        const int M = 29, N = 70, K = 50;
        float[] x = Sample.Floats(M * K, 1), w = Sample.Floats(K * N, 2), bias = Sample.Floats(N, 3), biases = Sample.Floats(M * N, 4), residual = Sample.Floats(M * N, 5);
        float[] expected = new float[M * N], actual = new float[M * N];
        using PackedMatrix packed = new(K, N);
        packed.Pack(w, N);
        MatrixMultiply.Affine(M, N, K, x, K, w, N, bias, expected, N, relu: false, residual);
        MatrixMultiply.Affine(M, x, K, packed, bias, actual, N, relu: false, residual);
        Assert.Equal(expected, actual);
        MatrixMultiply.Affine(M, N, K, x, K, w, N, biases, expected, N, relu: true, ldbias: N);
        MatrixMultiply.Affine(M, x, K, packed, biases, actual, N, relu: true, ldbias: N);
        Assert.Equal(expected, actual);
        Assert.Contains(0f, actual);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    [InlineData(5000)]
    public void Multiply_PackedAndToldWhatIsReadNext_GivesSameBits(int next)
    {
        const int M = 53, N = 70, K = 90;
        float[] a = Sample.Floats(M * K, 1), b = Sample.Floats(K * N, 2), expected = new float[M * N], actual = new float[M * N];
        using PackedMatrix packed = new(K, N);
        packed.Pack(b, N);
        MatrixMultiply.Multiply(M, N, K, a, K, b, N, expected, N);
        MatrixMultiply.Multiply(M, a, K, packed, actual, N, next: new float[next]);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Affine_BiasOfEachRow_StartsItsSums()
    {
        float[] y = new float[4];
        MatrixMultiply.Affine(2, 2, 1, [1f, 2f], 1, [10f, 20f], 2, [1f, 2f, 0f, 3f, 4f], y, 2, relu: false, ldbias: 3);
        Assert.Equal([11f, 22f, 23f, 44f], y);
    }

    [Fact]
    public void PackedMatrix_NotPacked_Throws()
    {
        using PackedMatrix packed = new(2, 2);
        Assert.Throws<InvalidOperationException>(() => MatrixMultiply.Multiply(1, [1f, 2f], 2, packed, new float[2], 2));
        Assert.Throws<ArgumentException>(() => packed.Pack(new float[3], 2));
        packed.Pack([1f, 0f, 0f, 1f], 2);
        Assert.Throws<ArgumentException>(() => MatrixMultiply.Multiply(1, [1f], 2, packed, new float[2], 2));
        Assert.Throws<ArgumentException>(() => MatrixMultiply.Affine(1, [1f, 2f], 2, packed, [1f], new float[2], 2, relu: false));
    }

    [Fact]
    public void Multiply_RandomShapes_AreNearDoubleResult() =>
        FsCheck.Check.QuickThrowOnFailure(
            Prop.ForAll<byte, byte, byte>((m, n, k) => IsNearDoubleResult(m % 70, n % 140, k)));

    [Fact]
    public void Affine_NotANumber_StaysAndReluClearsNegatives()
    {
        float[] y = new float[2];
        MatrixMultiply.Affine(1, 2, 1, [1f], 1, [float.NaN, -1f], 2, [], y, 2, relu: true);
        Assert.True(float.IsNaN(y[0]));
        Assert.Equal(0f, y[1]);
    }

    [Fact]
    public void Multiply_RowsCutAnywhere_GivesSameBits()
    {
        const int M = 53, N = 73, K = 300;
        float[] a = Sample.Floats(M * K, 1), b = Sample.Floats(K * N, 2), whole = new float[M * N], cut = new float[M * N];
        MatrixMultiply.Multiply(M, N, K, a, K, b, N, whole, N);
        for (int step = 1; step < 30; step += 4)
        {
            for (int row = 0; row < M; row += step)
            {
                int rows = Math.Min(step, M - row);
                MatrixMultiply.Multiply(rows, N, K, a.AsSpan(row * K), K, b, N, cut.AsSpan(row * N), N);
            }
            Assert.Equal(whole, cut);
        }
    }

    [Fact]
    public void MultiplyTransposedLeft_RowsAndColumnsCutAnywhere_GivesSameBits()
    {
        const int M = 600, N = 260, K = 500;
        float[] a = Sample.Floats(M * K, 1), b = Sample.Floats(K * N, 2), whole = new float[M * N], cut = new float[M * N];
        MatrixMultiply.MultiplyTransposedLeft(M, N, K, a, M, b, N, whole, N);
        foreach ((int rows, int columns) in new[] { (301, 260), (20, 260), (600, 131), (97, 100) })
        {
            for (int row = 0; row < M; row += rows)
            {
                for (int column = 0; column < N; column += columns)
                {
                    MatrixMultiply.MultiplyTransposedLeft(
                        Math.Min(rows, M - row), Math.Min(columns, N - column), K, a.AsSpan(row), M, b.AsSpan(column), N, cut.AsSpan((row * N) + column), N);
                }
            }
            Assert.Equal(whole, cut);
        }
    }

    [Fact]
    public void Multiply_SteadyStateOfLargeProducts_AllocatesNothing()
    {
        const int M = 520, N = 260, K = 400;
        float[] a = Sample.Floats(M * K, 1), b = Sample.Floats(K * N, 2), c = new float[M * N];
        MatrixMultiply.MultiplyTransposedLeft(M, N, K, a, M, b, N, c, N);
        long before = GC.GetAllocatedBytesForCurrentThread();
        MatrixMultiply.MultiplyTransposedLeft(M, N, K, a, M, b, N, c, N);
        MatrixMultiply.Multiply(M, N, K, a, K, b, N, c, N);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Multiply_SteadyState_AllocatesNothing()
    {
        float[] a = Sample.Floats(64 * 64, 1), b = Sample.Floats(64 * 64, 2), c = new float[64 * 64];
        RunAllForms(a, b, c);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 20; i++) RunAllForms(a, b, c);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Multiply_BadArguments_Throws()
    {
        float[] six = new float[6], five = new float[5], four = new float[4];
        MatrixMultiply.Multiply(2, 2, 3, six, 3, six, 2, four, 2);
        Assert.Throws<ArgumentException>(() => MatrixMultiply.Multiply(2, 2, 3, five, 3, six, 2, four, 2));
        Assert.Throws<ArgumentException>(() => MatrixMultiply.Multiply(2, 2, 3, six, 3, five, 2, four, 2));
        Assert.Throws<ArgumentException>(() => MatrixMultiply.Multiply(2, 2, 3, six, 3, six, 2, new float[3], 2));
        Assert.Throws<ArgumentException>(() => MatrixMultiply.Multiply(2, 2, 3, six, 2, six, 2, four, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => MatrixMultiply.Multiply(-1, 2, 3, six, 3, six, 2, four, 2));
        Assert.Throws<ArgumentException>(() => MatrixMultiply.Affine(2, 2, 3, six, 3, six, 2, new float[1], four, 2, false));
    }

    private static void RunAllForms(float[] a, float[] b, float[] c)
    {
        MatrixMultiply.Multiply(64, 64, 64, a, 64, b, 64, c, 64);
        MatrixMultiply.MultiplyTransposedRight(64, 60, 64, a, 64, b, 64, c, 64);
        MatrixMultiply.MultiplyTransposedLeft(64, 64, 64, a, 64, b, 64, c, 64, accumulate: true, scale: 2f);
        MatrixMultiply.Affine(64, 7, 64, a, 64, b, 64, [], c, 64, relu: true);
    }

    private static unsafe void Check(Form form, int m, int n, int k, int gap, bool accumulate, float scale, VectorPath? path = null, bool packed = false)
    {
        (int aRows, int aColumns) = form == Form.TransposedLeft ? (k, m) : (m, k);
        (int bRows, int bColumns) = form == Form.TransposedRight ? (n, k) : (k, n);
        int lda = aColumns + gap, ldb = bColumns + gap, ldc = n + gap;
        float[] a = Sample.Floats(aRows * lda, 1), b = Sample.Floats(bRows * ldb, 2);
        float[] actual = Sample.Floats(m * ldc, 3);
        float[] expected = (float[])actual.Clone();
        if (path is null && form == Form.Plain) MatrixMultiply.Multiply(m, n, k, a, lda, b, ldb, actual, ldc, accumulate, scale);
        if (path is null && form == Form.TransposedRight) MatrixMultiply.MultiplyTransposedRight(m, n, k, a, lda, b, ldb, actual, ldc, accumulate, scale);
        if (path is null && form == Form.TransposedLeft) MatrixMultiply.MultiplyTransposedLeft(m, n, k, a, lda, b, ldb, actual, ldc, accumulate, scale);
        fixed (float* pa = a, pb = b, pc = expected, pd = actual)
        {
            MatrixOperands operands = new()
            {
                Rows = m,
                Columns = n,
                Depth = k,
                A = pa,
                ARow = form == Form.TransposedLeft ? 1 : lda,
                AStep = form == Form.TransposedLeft ? lda : 1,
                B = pb,
                BRow = ldb,
                BTransposed = form == Form.TransposedRight,
                C = pc,
                CRow = ldc,
                Start = accumulate ? pc : null,
                StartRow = ldc,
                Scale = scale,
            };
            ReferenceMatrixMultiply.Run(operands);
            if (path is { } named) RunOn(named, operands with { C = pd, Start = accumulate ? pd : null }, packed);
        }
        Sample.SameBits(expected, actual, $"{form} {m} x {n} x {k} {path}");
    }

    private static unsafe void RunOn(VectorPath path, MatrixOperands operands, bool packed)
    {
        float[] panels = new float[packed ? MatrixBlocking.PanelColumns(operands.Columns, MatrixBlocking.WidestPanel) * operands.Depth : 0];
        fixed (float* panel = panels)
        {
            if (packed)
            {
                PackedMatrixKernel packing = new(operands, panel);
                Simd.Run(ref packing, path);
                operands = operands with { B = null, Panels = panel };
            }
            MatrixKernel kernel = new(operands);
            Simd.Run(ref kernel, path);
        }
    }

    private static unsafe void CheckAffine(int m, int n, int k, bool relu, bool biased)
    {
        int ldx = k + 1, ldw = n + 2, ldy = n + 3;
        float[] x = Sample.Floats(m * ldx, 1), w = Sample.Floats(k * ldw, 2), bias = Sample.Floats(biased ? n : 0, 3);
        float[] actual = Sample.Floats(m * ldy, 4);
        float[] expected = (float[])actual.Clone();
        MatrixMultiply.Affine(m, n, k, x, ldx, w, ldw, bias, actual, ldy, relu);
        fixed (float* px = x, pw = w, pb = bias, py = expected)
        {
            ReferenceMatrixMultiply.Run(new MatrixOperands
            {
                Rows = m,
                Columns = n,
                Depth = k,
                A = px,
                ARow = ldx,
                AStep = 1,
                B = pw,
                BRow = ldw,
                C = py,
                CRow = ldy,
                Start = pb,
                StartRow = 0,
                Scale = 1f,
                Relu = relu,
            });
        }
        Sample.SameBits(expected, actual, $"{m} x {n} x {k}");
    }

    private static bool IsNearDoubleResult(int m, int n, int k)
    {
        float[] a = Sample.Floats(m * k, 1), b = Sample.Floats(k * n, 2), c = new float[m * n];
        MatrixMultiply.Multiply(m, n, k, a, k, b, n, c, n);
        for (int i = 0; i < c.Length; i++)
        {
            double sum = 0;
            for (int depth = 0; depth < k; depth++) sum += (double)a[(i / n * k) + depth] * b[(depth * n) + (i % n)];
            if (Math.Abs(sum - c[i]) > 5e-5) return false;
        }
        return true;
    }
}
