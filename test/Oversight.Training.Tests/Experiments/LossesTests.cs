using Oversight.Determinism;
using Oversight.Learning.Perceptrons;

namespace Oversight.Training.Tests.Experiments;

public sealed class LossesTests
{
    private const double Step = 1e-3;

    [Theory]
    [InlineData(-3, 0)]
    [InlineData(-0.5, 1)]
    [InlineData(0, 0.3)]
    [InlineData(4, 1)]
    public void Logistic_Derivative_EqualsFiniteDifferences(float logit, float target)
    {
        Losses.Logistic(logit, target, out float derivative);
        double slope = (Losses.Logistic(logit + (float)Step, target, out _) - Losses.Logistic(logit - (float)Step, target, out _)) / (2 * Step);
        Assert.Equal(slope, derivative, 2e-3);
    }

    [Theory]
    [InlineData(1.5f, 0f)]
    [InlineData(-0.7f, 0.2f)]
    public void Policy_Derivative_EqualsFiniteDifferences(float advantage, float bonus)
    {
        float[] logits = [0.3f, -1.2f, 0.8f, 0.1f];
        float[] probabilities = new float[4];
        float[] derivative = new float[4];
        float[] ignored = new float[4];
        double LossAt(int i, double by)
        {
            float kept = logits[i];
            logits[i] += (float)by;
            Losses.Softmax(logits, probabilities);
            logits[i] = kept;
            return Losses.Policy(probabilities, 2, advantage, bonus, ignored);
        }

        Losses.Softmax(logits, probabilities);
        Losses.Policy(probabilities, 2, advantage, bonus, derivative);
        for (int i = 0; i < logits.Length; i++)
            Assert.Equal((LossAt(i, 0.01) - LossAt(i, -0.01)) / 0.02, derivative[i], 2e-3);
    }

    [Fact]
    public void Draw_ManyTimes_AsOftenAsProbable()
    {
        RandomStream random = RandomKey.FromSeed(1).Stream();
        float[] probabilities = [0.1f, 0.6f, 0.3f];
        int[] counts = new int[3];
        for (int i = 0; i < 20_000; i++)
            counts[Losses.Draw(probabilities, random.NextDouble())]++;
        for (int i = 0; i < 3; i++)
            Assert.Equal(probabilities[i], counts[i] / 20_000.0, 0.015);
    }
}
