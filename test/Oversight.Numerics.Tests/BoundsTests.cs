namespace Oversight.Numerics.Tests;

/// <summary>Kernels on spans that end at unreadable memory: an access past the end would end the test process.</summary>
public sealed class BoundsTests
{
    [Fact]
    public void MatrixMultiply_SpansEndAtGuard_StaysInside()
    {
        foreach (int m in new[] { 1, 4, 5, 13, 30 })
        {
            foreach (int n in new[] { 1, 3, 8, 16, 17, 31, 40, 66 })
            {
                foreach (int k in new[] { 1, 3, 4, 9, 34 }) CheckMatrices(m, n, k);
            }
        }
    }

    [Theory]
    [InlineData(520, 257, 17)]
    [InlineData(25, 257, 4100)]
    [InlineData(521, 257, 390)]
    public void MatrixMultiply_LargeEnoughToPackTheLeft_StaysInside(int m, int n, int k) => CheckMatrices(m, n, k);

    [Fact]
    public void Elementwise_SpansEndAtGuard_StaysInside()
    {
        for (int length = 1; length <= 70; length++)
        {
            using GuardedFloats x = new(Sample.Floats(length, 1)), y = new(Sample.Floats(length, 2)), d = new(Sample.Floats(length, 3));
            using GuardedFloats e = new(Sample.Floats(length, 4)), average = new(Sample.Floats(length, 5));
            Elementwise.Sigmoid(x.Span, d.Span);
            Elementwise.Add(x.Span, y.Span, d.Span);
            Adam.Step(x.Span, y.Span, d.Span, e.Span, average.Span, new AdamCoefficients(0.1f, 0.9f, 0.9f, 1f, 0f, 1f, 1f, 1f));
            _ = Reductions.Dot(x.Span, y.Span) + Reductions.ArgMax(x.Span);
        }
    }

    [Fact]
    public void Rows_SpansEndAtGuard_StayInside()
    {
        for (int columns = 1; columns <= 70; columns++)
        {
            using GuardedFloats x = new(Sample.Floats(2 * columns, 1)), y = new(new float[2 * columns]), dx = new(new float[2 * columns]);
            using GuardedFloats gain = new(Sample.Floats(columns, 2)), dGain = new(new float[columns]), dBias = new(new float[columns]);
            using GuardedFloats mean = new(new float[2]), inverse = new(new float[2]);
            RmsNorm.Forward(2, columns, x.Span, gain.Span, y.Span, inverse.Span, 1f);
            RmsNorm.Backward(2, columns, x.Span, gain.Span, inverse.Span, y.Span, dx.Span, dGain.Span);
            LayerNorm.Forward(2, columns, x.Span, gain.Span, gain.Span, y.Span, mean.Span, inverse.Span, 1f);
            LayerNorm.Backward(2, columns, x.Span, gain.Span, mean.Span, inverse.Span, y.Span, dx.Span, dGain.Span, dBias.Span);
            PairSums.Forward(2, 2, columns, x.Span, y.Span, dx.Span);
            PairSums.Backward(1, 1, columns, gain.Span, gain.Span, dGain.Span, dGain.Span, dBias.Span);
            Softmax.ForwardCausal(2, columns, columns - 2, x.Span, columns, y.Span, columns, 1f);
            Softmax.Backward(2, columns, y.Span, columns, x.Span, columns, dx.Span, columns, 1f);
            Reductions.ColumnSumsTo(2, columns, x.Span, columns, dGain.Span);
            Embedding.SumForward(2, columns, 2, [0, 1, -1, 1], x.Span, y.Span);
            Embedding.SumBackward(2, columns, 2, [0, 1, -1, 1], y.Span, dx.Span);
        }
    }

    private static void CheckMatrices(int m, int n, int k)
    {
        using GuardedFloats a = new(Sample.Floats(m * k, 1)), b = new(Sample.Floats(k * n, 2)), c = new(new float[m * n]);
        using GuardedFloats bias = new(new float[n]);
        MatrixMultiply.Multiply(m, n, k, a.Span, k, b.Span, n, c.Span, n, accumulate: true);
        MatrixMultiply.MultiplyTransposedRight(m, n, k, a.Span, k, b.Span, k, c.Span, n);
        MatrixMultiply.MultiplyTransposedLeft(m, n, k, a.Span, m, b.Span, n, c.Span, n);
        MatrixMultiply.Affine(m, n, k, a.Span, k, b.Span, n, bias.Span, c.Span, n, relu: true);
    }
}
