using Oversight.Numerics;

namespace Oversight.Neural.Tests;

public sealed class AdamOptimiserTests
{
    private static readonly AdamOptions Options = new(LearningRate: 0.05f, WarmUp: 5, WeightDecay: 0.1f, ClipNorm: 2);

    [Fact]
    public void Step_ManyTimes_EqualsPlainDefinition()
    {
        ParameterLayout layout = Layout(37);
        using var weights = new ParameterVector(layout);
        using var gradients = new ParameterVector(layout);
        using var optimiser = new AdamOptimiser(layout, Options);
        weights.Initialise(Determinism.RandomKey.FromSeed(1));
        double[] w = [.. weights.Values.ToArray().Select(value => (double)value)];
        double[] m = new double[w.Length], v = new double[w.Length];
        for (int step = 1; step <= 20; step++)
        {
            // Longer than the clipping norm at first, shorter later.
            for (int i = 0; i < w.Length; i++)
                gradients.Values[i] = MathF.Sin(i * step) * 3 / step;
            double norm = Math.Sqrt(gradients.Values.ToArray().Sum(g => (double)g * g));
            Assert.Equal(norm, optimiser.Step(weights, gradients), 1e-4);
            Definition(w, gradients.Values, m, v, step, Math.Min(1, Options.ClipNorm / norm));
            for (int i = 0; i < w.Length; i++)
                Assert.Equal(w[i], weights.Values[i], 2e-5);
        }

        Assert.Equal(20, optimiser.Steps);
    }

    [Fact]
    public void Step_WarmUp_RateRisesLinearly() =>
        AssertMoves([0.025f, 0.05f, 0.075f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f], new AdamOptions(LearningRate: 0.1f, WarmUp: 4));

    [Fact]
    public void Step_CoolAfter_RateFallsAsOneOverTheStep() =>
        AssertMoves([0.1f, 0.1f, 0.2f / 3, 0.05f, 0.04f], new AdamOptions(LearningRate: 0.1f, WarmUp: 1, CoolAfter: 2));

    [Fact]
    public void Step_GradientLongerThanClipNorm_EqualsStepWithShortenedGradient()
    {
        ParameterLayout layout = Layout(3);
        using var weights = new ParameterVector(layout);
        using var clipped = new ParameterVector(layout);
        using var gradients = new ParameterVector(layout);
        using var shortened = new ParameterVector(layout);
        using var optimiser = new AdamOptimiser(layout, Options);
        using var other = new AdamOptimiser(layout, Options);
        new float[] { 30, 40, 0 }.CopyTo(gradients.Values);
        new float[] { 1.2f, 1.6f, 0 }.CopyTo(shortened.Values);
        Assert.Equal(50, optimiser.Step(clipped, gradients), 1e-4);
        Assert.Equal(2, other.Step(weights, shortened), 1e-4);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(other.FirstMoment.Values[i], optimiser.FirstMoment.Values[i], 1e-6);
            Assert.Equal(other.SecondMoment.Values[i], optimiser.SecondMoment.Values[i], 1e-6);
            Assert.Equal(weights.Values[i], clipped.Values[i], 1e-6);
        }

        Assert.Equal(30, gradients.Values[0]);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Step_GradientIsNoNumber_ChangesNothing(float bad)
    {
        ParameterLayout layout = Layout(9);
        using var weights = new ParameterVector(layout);
        using var gradients = new ParameterVector(layout);
        using var optimiser = new AdamOptimiser(layout, Options);
        weights.Initialise(Determinism.RandomKey.FromSeed(1));
        gradients.Values.Fill(0.1f);
        optimiser.Step(weights, gradients);
        float[] before = weights.Values.ToArray(), first = optimiser.FirstMoment.Values.ToArray();
        gradients.Values[5] = bad;
        Assert.False(double.IsFinite(optimiser.Step(weights, gradients)));
        Assert.Equal(before, weights.Values.ToArray());
        Assert.Equal(first, optimiser.FirstMoment.Values.ToArray());
        Assert.Equal(1, optimiser.Steps);
    }

    [Fact]
    public void Step_AnyNumberOfThreads_SameBytes()
    {
        // Three blocks and a bit.
        ParameterLayout layout = Layout(100_001);
        float[] alone = WeightsAndAverage(layout, pool: null);
        using var pool = new WorkerPool(3);
        Assert.Equal(alone, WeightsAndAverage(layout, pool));
    }

    [Fact]
    public void PolyakAverage_Steps_EqualsDefinition() => AssertAverages(horizon: 4, share: 0, step => Math.Min(step, 4));

    [Fact]
    public void PolyakAverage_ShareOfAllSteps_ReachesBackFurtherAsTheyGrow() =>
        AssertAverages(horizon: 2, share: 0.25, step => Math.Min(step, Math.Max(2, 0.25 * step)));

    [Fact]
    public void PolyakAverage_HorizonOfOne_CopiesTheStudent() => AssertAverages(horizon: 1, share: 0, _ => 1);

    [Fact]
    public void PolyakAverage_HorizonBelowOne_Throws()
    {
        using var student = new ParameterVector(Layout(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PolyakAverage(student, 0));
    }

    /// <summary>The average of a student whose weights change between steps that do not move them: after step n it moves by 1 / reach(n).</summary>
    private static void AssertAverages(int horizon, double share, Func<int, double> reach)
    {
        ParameterLayout layout = Layout(5);
        using var student = new ParameterVector(layout);
        using var gradients = new ParameterVector(layout);
        using var still = new AdamOptimiser(layout, new AdamOptions(LearningRate: 0));
        student.Values.Fill(100);
        using var average = new PolyakAverage(student, horizon, share);
        Assert.Equal(100, average.Weights.Values[0]);
        double expected = 100;
        for (int step = 1; step <= 40; step++)
        {
            student.Values.Fill(step % 7);
            still.Step(student, gradients, average);
            // The first step copies: the start does not count.
            expected += (step % 7 - expected) / reach(step);
            Assert.Equal(expected, average.Weights.Values[4], 1e-4);
        }
    }

    private static float[] WeightsAndAverage(ParameterLayout layout, WorkerPool? pool)
    {
        using var weights = new ParameterVector(layout);
        using var gradients = new ParameterVector(layout);
        using var optimiser = new AdamOptimiser(layout, Options, pool);
        weights.Initialise(Determinism.RandomKey.FromSeed(1));
        using var average = new PolyakAverage(weights, 10);
        for (int step = 1; step <= 3; step++)
        {
            gradients.Initialise(Determinism.RandomKey.FromSeed(10 + step));
            optimiser.Step(weights, gradients, average);
        }

        return [.. weights.Values, .. average.Weights.Values];
    }

    /// <summary>With a constant gradient Adam moves by the rate.</summary>
    private static void AssertMoves(float[] expected, AdamOptions options)
    {
        ParameterLayout layout = Layout(1);
        using var weights = new ParameterVector(layout);
        using var gradients = new ParameterVector(layout);
        using var optimiser = new AdamOptimiser(layout, options);
        gradients.Values[0] = 0.5f;
        foreach (float move in expected)
        {
            float before = weights.Values[0];
            optimiser.Step(weights, gradients);
            Assert.Equal(move, before - weights.Values[0], 1e-4);
        }
    }

    private static void Definition(double[] w, ReadOnlySpan<float> gradient, double[] m, double[] v, int step, double scale)
    {
        double rate = Options.LearningRate * Math.Min(1, step / (double)Options.WarmUp);
        for (int i = 0; i < w.Length; i++)
        {
            double g = scale * gradient[i];
            m[i] = Options.Beta1 * m[i] + (1 - Options.Beta1) * g;
            v[i] = Options.Beta2 * v[i] + (1 - Options.Beta2) * g * g;
            double mean = m[i] / (1 - Math.Pow(Options.Beta1, step));
            double square = v[i] / (1 - Math.Pow(Options.Beta2, step));
            w[i] -= rate * (mean / (Math.Sqrt(square) + Options.Epsilon) + Options.WeightDecay * w[i]);
        }
    }

    private static ParameterLayout Layout(int length)
    {
        var layout = new ParameterLayout();
        layout.Add("w", 1, length, Initialisers.Normal(1));
        return layout;
    }
}
