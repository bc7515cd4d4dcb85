namespace Oversight.Numerics.Tests;

public sealed class StepAttentionTests
{
    [Fact]
    public void Scores_AllSteps_EqualDefinition()
    {
        for (int steps = 0; steps <= 70; steps++)
        {
            int width = 1 + (steps % 9), stride = steps + 3;
            float[] q = Sample.Floats(width, 1), keys = Sample.Floats(width * stride, 2);
            float[] scores = [.. new float[steps], Sample.Canary];
            StepAttention.Scores(steps, width, q, keys, stride, scores, 0.5f);
            for (int s = 0; s < steps; s++)
                Sample.Near(0.5 * Enumerable.Range(0, width).Sum(i => (double)q[i] * keys[(i * stride) + s]), scores[s], 1e-6, $"step {s} of {steps}");
            Assert.Equal(Sample.Canary, scores[steps]);
        }
    }

    [Fact]
    public void Mix_AllWidths_EqualsDefinition()
    {
        for (int width = 0; width <= 70; width++)
        {
            int steps = 1 + (width % 7), stride = width + 5;
            float[] weights = Sample.Floats(steps, 1), values = Sample.Floats(steps * stride, 2);
            float[] output = [.. new float[width], Sample.Canary];
            StepAttention.Mix(steps, width, weights, values, stride, output);
            for (int i = 0; i < width; i++)
                Sample.Near(Enumerable.Range(0, steps).Sum(s => (double)weights[s] * values[(s * stride) + i]), output[i], 1e-6, $"column {i} of {width}");
            Assert.Equal(Sample.Canary, output[width]);
        }
    }

    [Fact]
    public void Scores_TooShort_Throws()
    {
        float[] six = new float[6], two = new float[2];
        Assert.Throws<ArgumentException>(() => StepAttention.Scores(3, 2, six, six, 3, two, 1f));
        Assert.Throws<ArgumentException>(() => StepAttention.Scores(3, 3, two, six, 3, six, 1f));
        Assert.Throws<ArgumentException>(() => StepAttention.Mix(3, 3, six, six, 3, six));
    }
}
