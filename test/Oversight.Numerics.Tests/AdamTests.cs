namespace Oversight.Numerics.Tests;

public sealed class AdamTests
{
    [Fact]
    public void Step_AllLengths_EqualsDefinition()
    {
        for (int length = 0; length <= 130; length++) Check(length);
    }

    [Fact]
    public void Step_LengthsDiffer_Throws()
    {
        AdamCoefficients c = default;
        Assert.Throws<ArgumentException>(() => Adam.Step(new float[3], new float[2], new float[3], new float[3], [], c));
        Assert.Throws<ArgumentException>(() => Adam.Step(new float[3], new float[3], new float[2], new float[3], [], c));
        Assert.Throws<ArgumentException>(() => Adam.Step(new float[3], new float[3], new float[3], new float[4], [], c));
        Assert.Throws<ArgumentException>(() => Adam.Step(new float[3], new float[3], new float[3], new float[3], new float[2], c));
    }

    [Fact]
    public void Step_WithAndWithoutAverage_MovesWeightsAlike()
    {
        AdamCoefficients c = new(0.01f, 0.9f, 0.99f, 1e-6f, 0.1f, 0.5f, 10, 100, 0.25f);
        float[] weights = Sample.Floats(77, 1), same = Sample.Floats(77, 1), gradients = Sample.Floats(77, 3);
        Adam.Step(weights, gradients, new float[77], new float[77], [], c);
        Adam.Step(same, gradients, new float[77], new float[77], new float[77], c);
        Assert.Equal(weights, same);
    }

    private static void Check(int length)
    {
        float[] weights = Sample.Floats(length, 1), first = new float[length], second = new float[length], average = Sample.Floats(length, 2);
        double[] w = Sample.Doubles(weights), m = new double[length], v = new double[length], mean = Sample.Doubles(average);
        for (int step = 1; step <= 3; step++)
        {
            AdamCoefficients c = new(
                0.01f, 0.9f, 0.99f, 1e-6f, 0.1f, 0.5f, 1f / (1f - MathF.Pow(0.9f, step)), 1f / (1f - MathF.Pow(0.99f, step)), 1f / step);
            float[] gradients = Sample.Floats(length, 10 + step);
            for (int i = 0; i < length; i++) Define(gradients[i], c, ref w[i], ref m[i], ref v[i], ref mean[i]);
            Adam.Step(weights, gradients, first, second, average, c);
        }
        Sample.Near(w, weights, 1e-6, "weights");
        Sample.Near(m, first, 1e-6, "first");
        Sample.Near(v, second, 1e-6, "second");
        Sample.Near(mean, average, 1e-6, "average");
    }

    private static void Define(double gradient, AdamCoefficients c, ref double weight, ref double first, ref double second, ref double average)
    {
        gradient *= c.GradientScale;
        first = (c.Beta1 * first) + ((1 - c.Beta1) * gradient);
        second = (c.Beta2 * second) + ((1 - c.Beta2) * gradient * gradient);
        double direction = first * c.FirstCorrection / (Math.Sqrt(second * c.SecondCorrection) + c.Epsilon);
        weight -= c.LearningRate * (direction + (c.WeightDecay * weight));
        average += c.AverageShare * (weight - average);
    }
}
