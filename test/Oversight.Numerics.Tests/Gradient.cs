namespace Oversight.Numerics.Tests;

/// <summary>Finite differences in double, against which the backward passes are tested.</summary>
internal static class Gradient
{
    private const double Step = 1e-5;

    /// <summary>The gradient at <paramref name="at"/> of the sum of weights * outputs.</summary>
    internal static double[] Of(Func<double[], double[]> function, double[] at, float[] weights)
    {
        double[] gradient = new double[at.Length];
        for (int i = 0; i < at.Length; i++)
        {
            double kept = at[i];
            at[i] = kept + Step;
            double above = Weigh(function(at), weights);
            at[i] = kept - Step;
            double below = Weigh(function(at), weights);
            at[i] = kept;
            gradient[i] = (above - below) / (2 * Step);
        }
        return gradient;
    }

    /// <summary>Asserts that result = start + gradient.</summary>
    internal static void Added(float[] start, double[] gradient, ReadOnlySpan<float> result, double tolerance, string what)
    {
        double[] expected = new double[gradient.Length];
        for (int i = 0; i < expected.Length; i++) expected[i] = start[i] + gradient[i];
        Sample.Near(expected, result, tolerance, what);
    }

    private static double Weigh(double[] outputs, float[] weights)
    {
        double sum = 0;
        for (int i = 0; i < outputs.Length; i++) sum += outputs[i] * weights[i];
        return sum;
    }
}
