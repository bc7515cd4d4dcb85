namespace Oversight.Learning.Perceptrons;

/// <summary>The losses of the experiments, each with its derivative by the logits.</summary>
public static class Losses
{
    /// <summary>1 / (1 + e^-x).</summary>
    /// <param name="x">A logit.</param>
    public static float Sigmoid(float x) => 1 / (1 + MathF.Exp(-x));

    /// <summary>-log p for a yes or no: target log s + (1 - target) log (1 - s) with s = sigmoid(logit), negated.</summary>
    /// <param name="logit">The logit of yes.</param>
    /// <param name="target">1 for yes, 0 for no, or between.</param>
    /// <param name="derivative">sigmoid(logit) - target.</param>
    public static double Logistic(float logit, float target, out float derivative)
    {
        derivative = Sigmoid(logit) - target;
        return Math.Log(1 + Math.Exp(-Math.Abs((double)logit))) + Math.Max(logit, 0) - logit * (double)target;
    }

    /// <summary>Turns logits into probabilities.</summary>
    /// <param name="logits">(n).</param>
    /// <param name="probabilities">(n), filled.</param>
    public static void Softmax(ReadOnlySpan<float> logits, Span<float> probabilities)
    {
        float most = float.NegativeInfinity;
        foreach (float logit in logits)
            most = MathF.Max(most, logit);
        float total = 0;
        for (int i = 0; i < logits.Length; i++)
            total += probabilities[i] = MathF.Exp(logits[i] - most);
        for (int i = 0; i < logits.Length; i++)
            probabilities[i] /= total;
    }

    /// <summary>
    /// The policy gradient's surrogate (Williams 1992): -advantage log p(action) - bonus H(p); its derivative is the gradient of the expected return, negated.
    /// </summary>
    /// <param name="probabilities">(n): the policy.</param>
    /// <param name="action">What was done.</param>
    /// <param name="advantage">How much better than usual it went.</param>
    /// <param name="bonus">The weight of the policy's entropy.</param>
    /// <param name="derivative">(n), by the logits; overwritten.</param>
    public static double Policy(ReadOnlySpan<float> probabilities, int action, float advantage, float bonus, Span<float> derivative)
    {
        const float Floor = 1e-8f;
        double entropy = 0;
        foreach (float p in probabilities)
            entropy -= p * Math.Log(p + Floor);
        for (int i = 0; i < probabilities.Length; i++)
        {
            float p = probabilities[i];
            derivative[i] = advantage * (p - (i == action ? 1 : 0)) + bonus * p * (float)(Math.Log(p + Floor) + entropy);
        }

        return -advantage * Math.Log(probabilities[action] + Floor) - bonus * entropy;
    }

    /// <summary>Draws from a distribution.</summary>
    /// <param name="probabilities">(n), adding up to about 1.</param>
    /// <param name="at">A number uniform in [0, 1).</param>
    public static int Draw(ReadOnlySpan<float> probabilities, double at)
    {
        for (int i = 0; i < probabilities.Length - 1; i++)
        {
            at -= probabilities[i];
            if (at < 0)
                return i;
        }

        return probabilities.Length - 1;
    }
}
