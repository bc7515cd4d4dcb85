namespace Oversight.Numerics.Tests;

public sealed class ReductionsTests
{
    public static TheoryData<int> LongLengths => [4095, 4096, 4097, 20_000];

    [Fact]
    public void Sums_AllLengths_EqualDefinition()
    {
        for (int length = 0; length <= 130; length++) CheckSums(length);
    }

    [Theory]
    [MemberData(nameof(LongLengths))]
    public void Sums_LongInputs_EqualDefinition(int length) => CheckSums(length);

    [Fact]
    public void ArgMax_AllLengths_EqualsDefinition()
    {
        for (int length = 1; length <= 130; length++)
        {
            float[] x = Sample.Floats(length);
            x[length / 3] = -5f;
            Assert.Equal(Array.IndexOf(x, x.Max()), Reductions.ArgMax(x));
            float[] negative = Array.ConvertAll(x, value => -MathF.Abs(value) - 1f);
            Assert.Equal(Array.IndexOf(negative, negative.Max()), Reductions.ArgMax(negative));
        }
    }

    [Fact]
    public void ArgMax_SeveralMaxima_IsFirst() => Assert.Equal(1, Reductions.ArgMax([0f, 3f, 3f, -1f, 3f]));

    [Fact]
    public void ArgMax_Empty_Throws() => Assert.Throws<ArgumentException>(() => Reductions.ArgMax([]));

    [Fact]
    public void ArgMax_OneNotANumberAnywhere_IsItsIndex()
    {
        for (int length = 1; length <= 130; length++)
        {
            float[] x = Sample.Floats(length, size: float.MaxValue);
            x[length * 2 / 3] = float.NaN;
            Assert.Equal(length * 2 / 3, Reductions.ArgMax(x));
        }
    }

    [Fact]
    public void Dot_LengthsDiffer_Throws() => Assert.Throws<ArgumentException>(() => Reductions.Dot(new float[3], new float[4]));

    [Fact]
    public void ColumnSumsTo_AllWidths_AddsRows()
    {
        for (int columns = 0; columns <= 130; columns++)
        {
            int rows = columns % 7, stride = columns + (columns % 3);
            float[] x = Sample.Floats(rows * stride);
            float[] sums = [.. Sample.Floats(columns, 5), Sample.Canary];
            double[] expected = Sample.Doubles(sums);
            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column++) expected[column] += x[(row * stride) + column];
            }
            Reductions.ColumnSumsTo(rows, columns, x, stride, sums);
            Sample.Near(expected, sums, 1e-6);
        }
        Assert.Throws<ArgumentException>(() => Reductions.ColumnSumsTo(2, 3, new float[6], 3, new float[2]));
        Assert.Throws<ArgumentException>(() => Reductions.ColumnSumsTo(2, 3, new float[5], 3, new float[3]));
        Assert.Throws<ArgumentException>(() => Reductions.ColumnSumsTo(2, 3, new float[6], 2, new float[3]));
    }

    private static void CheckSums(int length)
    {
        float[] x = Sample.Floats(length, 1), y = Sample.Floats(length, 2);
        double dot = 0, squares = 0;
        for (int i = 0; i < length; i++)
        {
            dot += (double)x[i] * y[i];
            squares += (double)x[i] * x[i];
        }
        double tolerance = 1e-6 * Math.Sqrt(length + 1);
        Sample.Near(dot, Reductions.Dot(x, y), tolerance);
        Sample.Near(squares, Reductions.SumOfSquares(x), tolerance);
    }
}
