namespace Oversight.Numerics.Tests;

public sealed class NormTests
{
    private const double Epsilon = 1e-5;

    private const double Tolerance = 2e-5;

    [Fact]
    public void RmsNorm_AllWidths_EqualsDefinitionAndGradients()
    {
        for (int columns = 1; columns <= 130; columns += columns < 40 ? 1 : 9) CheckRms(1 + (columns % 3), columns);
    }

    [Fact]
    public void LayerNorm_AllWidths_EqualsDefinitionAndGradients()
    {
        for (int columns = 1; columns <= 130; columns += columns < 40 ? 1 : 9) CheckLayer(1 + (columns % 3), columns);
    }

    [Fact]
    public void Forward_AllWidths_EqualsDefinition()
    {
        for (int columns = 1; columns <= 130; columns++)
        {
            float[] x = Sample.Floats(2 * columns, 1, 3f), gain = Sample.Floats(columns, 2), bias = Sample.Floats(columns, 3);
            float[] y = new float[x.Length];
            RmsNorm.Forward(2, columns, x, gain, y, new float[2], (float)Epsilon);
            Sample.Near(Rms(Sample.Doubles(x), Sample.Doubles(gain)), y, 2e-6, $"rms {columns}");
            LayerNorm.Forward(2, columns, x, gain, bias, y, new float[2], new float[2], (float)Epsilon);
            double[] layer = Layer(Sample.Doubles(x), Sample.Doubles(gain), Sample.Doubles(bias));
            Sample.Near(layer, y, columns < 4 ? 2e-5 : 2e-6, $"layer {columns}");
        }
    }

    [Fact]
    public void Forward_TooShort_Throws()
    {
        float[] six = new float[6], five = new float[5], three = new float[3], two = new float[2], one = new float[1];
        Assert.Throws<ArgumentException>(() => RmsNorm.Forward(2, 3, six, three, five, two, 1f));
        Assert.Throws<ArgumentException>(() => RmsNorm.Forward(2, 3, six, two, six, two, 1f));
        Assert.Throws<ArgumentException>(() => RmsNorm.Forward(2, 3, six, three, six, one, 1f));
        Assert.Throws<ArgumentException>(() => LayerNorm.Forward(2, 3, six, three, two, six, two, two, 1f));
        Assert.Throws<ArgumentException>(() => RmsNorm.Backward(2, 3, six, three, two, six, five, three));
        Assert.Throws<ArgumentException>(() => LayerNorm.Backward(2, 3, six, three, two, two, six, six, three, two));
    }

    private static void CheckRms(int rows, int columns)
    {
        float[] x = Sample.Floats(rows * columns, 1, 2f), gain = Sample.Floats(columns, 2), dy = Sample.Floats(rows * columns, 3);
        float[] y = new float[x.Length], inverse = new float[rows];
        float[] dxStart = Sample.Floats(x.Length, 4), dGainStart = Sample.Floats(columns, 5);
        float[] dx = [.. dxStart], dGain = [.. dGainStart], alone = [.. dxStart];
        RmsNorm.Forward(rows, columns, x, gain, y, inverse, (float)Epsilon);
        RmsNorm.Backward(rows, columns, x, gain, inverse, dy, dx, dGain);
        RmsNorm.Backward(rows, columns, x, gain, inverse, dy, alone, []);
        RmsNorm.Backward(rows, columns, x, gain, inverse, dy, [], []);
        double[] xs = Sample.Doubles(x), gains = Sample.Doubles(gain);
        Gradient.Added(dxStart, Gradient.Of(at => Rms(at, gains), xs, dy), dx, Tolerance, $"dx {columns}");
        Gradient.Added(dGainStart, Gradient.Of(at => Rms(xs, at), gains, dy), dGain, Tolerance, $"dGain {columns}");
        Sample.SameBits(dx, alone);
    }

    private static void CheckLayer(int rows, int columns)
    {
        float[] x = Sample.Floats(rows * columns, 1, 2f), gain = Sample.Floats(columns, 2), bias = Sample.Floats(columns, 6);
        float[] dy = Sample.Floats(rows * columns, 3);
        if (columns == 1) x.AsSpan().Fill(0.5f);
        else if (columns == 2) for (int i = 0; i < x.Length; i += 2) x[i] = x[i + 1] + 1f;
        float[] y = new float[x.Length], mean = new float[rows], inverse = new float[rows];
        float[] dxStart = Sample.Floats(x.Length, 4), dGainStart = Sample.Floats(columns, 5), dBiasStart = Sample.Floats(columns, 7);
        float[] dx = [.. dxStart], dGain = [.. dGainStart], dBias = [.. dBiasStart];
        LayerNorm.Forward(rows, columns, x, gain, bias, y, mean, inverse, (float)Epsilon);
        LayerNorm.Backward(rows, columns, x, gain, mean, inverse, dy, dx, dGain, dBias);
        LayerNorm.Backward(rows, columns, x, gain, mean, inverse, dy, [], [], []);
        double[] xs = Sample.Doubles(x), gains = Sample.Doubles(gain), biases = Sample.Doubles(bias);
        double tolerance = columns == 1 ? 1e-3 : Tolerance;
        Gradient.Added(dxStart, Gradient.Of(at => Layer(at, gains, biases), xs, dy), dx, tolerance, $"dx {columns}");
        Gradient.Added(dGainStart, Gradient.Of(at => Layer(xs, at, biases), gains, dy), dGain, tolerance, $"dGain {columns}");
        Gradient.Added(dBiasStart, Gradient.Of(at => Layer(xs, gains, at), biases, dy), dBias, tolerance, $"dBias {columns}");
    }

    private static double[] Rms(double[] x, double[] gain)
    {
        double[] y = new double[x.Length];
        for (int row = 0; row < x.Length; row += gain.Length)
        {
            double inverse = 1 / Math.Sqrt(x.Skip(row).Take(gain.Length).Average(value => value * value) + Epsilon);
            for (int i = 0; i < gain.Length; i++) y[row + i] = gain[i] * x[row + i] * inverse;
        }
        return y;
    }

    private static double[] Layer(double[] x, double[] gain, double[] bias)
    {
        double[] y = new double[x.Length];
        for (int row = 0; row < x.Length; row += gain.Length)
        {
            double mean = x.Skip(row).Take(gain.Length).Average();
            double variance = x.Skip(row).Take(gain.Length).Average(value => (value - mean) * (value - mean));
            for (int i = 0; i < gain.Length; i++) y[row + i] = (gain[i] * (x[row + i] - mean) / Math.Sqrt(variance + Epsilon)) + bias[i];
        }
        return y;
    }
}
