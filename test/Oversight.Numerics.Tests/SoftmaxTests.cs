using FsCheck.Fluent;

namespace Oversight.Numerics.Tests;

public sealed class SoftmaxTests
{
    [Fact]
    public void Forward_AllWidths_EqualsDefinition()
    {
        for (int columns = 0; columns <= 130; columns++)
        {
            int rows = 1 + (columns % 4), ldx = columns + (columns % 3), ldy = columns + (columns % 5);
            float[] x = Sample.Floats(rows * ldx, 1, 30f), y = Sample.Floats(rows * ldy, 2);
            double[] expected = Sample.Doubles(y);
            for (int row = 0; row < rows; row++)
            {
                Define(Sample.Doubles(x.AsSpan(row * ldx, columns)), 0.7f).CopyTo(expected, row * ldy);
            }
            Softmax.Forward(rows, columns, x, ldx, y, ldy, 0.7f);
            Sample.Near(expected, y, 1e-5, $"{columns}");
        }
    }

    [Fact]
    public void ForwardCausal_AllWidths_SeesOnlyThePast()
    {
        for (int columns = 1; columns <= 70; columns++)
        {
            int rows = 5, offset = (columns % 7) - 3;
            float[] x = Sample.Floats(rows * columns, 1, 5f);
            double[] expected = new double[x.Length];
            for (int row = 0; row < rows; row++)
            {
                int visible = Math.Clamp(offset + row + 1, 0, columns);
                Define(Sample.Doubles(x.AsSpan(row * columns, visible)), 0.5f).CopyTo(expected, row * columns);
            }
            Softmax.ForwardCausal(rows, columns, offset, x, columns, x, columns, 0.5f);
            Sample.Near(expected, x, 1e-6, $"{columns}");
        }
    }

    [Fact]
    public void Forward_SpecialValues_AreHandled()
    {
        float[] x = [float.NegativeInfinity, 1000f, 1000f, -1000f];
        float[] y = new float[4];
        Softmax.Forward(1, 4, x, 4, y, 4, 1f);
        Assert.Equal([0f, 0.5f, 0.5f, 0f], y);
        x.AsSpan().Fill(float.NegativeInfinity);
        Softmax.Forward(1, 4, x, 4, y, 4, 1f);
        Assert.Equal([0f, 0f, 0f, 0f], y);
        x[2] = float.NaN;
        Softmax.Forward(1, 4, x, 4, y, 4, 1f);
        Assert.All(y, value => Assert.True(float.IsNaN(value)));
    }

    [Fact]
    public void Backward_AllWidths_EqualsFiniteDifferences()
    {
        for (int columns = 1; columns <= 70; columns++)
        {
            float[] x = Sample.Floats(columns, 1, 3f), dy = Sample.Floats(columns, 2), y = new float[columns];
            Softmax.Forward(1, columns, x, columns, y, columns, 0.6f);
            double[] gradient = Gradient.Of(at => Define(at, 0.6f), Sample.Doubles(x), dy);
            float[] dx = new float[columns];
            Softmax.Backward(1, columns, y, columns, dy, columns, dx, columns, 0.6f);
            Sample.Near(gradient, dx, 1e-6, $"{columns}");
            Softmax.Backward(1, columns, y, columns, dy, columns, dy, columns, 0.6f);
            Assert.Equal(dx, dy);
        }
    }

    [Fact]
    public void Forward_AnyInputs_SumsToOneAndIgnoresShifts() =>
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll<byte, sbyte>((columns, shift) => SumsToOneAndIgnores(columns + 1, shift)));

    [Fact]
    public void Forward_TooShort_Throws()
    {
        Assert.Throws<ArgumentException>(() => Softmax.Forward(2, 3, new float[6], 3, new float[5], 3, 1f));
        Assert.Throws<ArgumentException>(() => Softmax.Forward(2, 3, new float[6], 2, new float[6], 3, 1f));
        Assert.Throws<ArgumentException>(() => Softmax.Backward(2, 3, new float[6], 3, new float[6], 3, new float[5], 3, 1f));
    }

    private static bool SumsToOneAndIgnores(int columns, float shift)
    {
        float[] x = Sample.Floats(columns, 1, 4f), y = new float[columns], shifted = new float[columns];
        Softmax.Forward(1, columns, x, columns, y, columns, 1f);
        Softmax.Forward(1, columns, Array.ConvertAll(x, value => value + shift), columns, shifted, columns, 1f);
        return Math.Abs(y.Sum() - 1f) < 1e-5 && y.Zip(shifted).All(pair => Math.Abs(pair.First - pair.Second) < 1e-4);
    }

    private static double[] Define(double[] x, double scale)
    {
        if (x.Length == 0) return [];
        double max = x.Max();
        double[] powers = Array.ConvertAll(x, value => Math.Exp(scale * (value - max)));
        double sum = powers.Sum();
        return Array.ConvertAll(powers, power => power / sum);
    }
}
