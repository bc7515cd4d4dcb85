using Oversight.Determinism;
using Oversight.Protocols.RewardModelling;
using Oversight.Training.Experiments;

namespace Oversight.Training.RewardModelling;

/// <summary>
/// A reward model: one number an answer, learned from comparisons (Bradley and Terry 1952; Christiano et al. 2017) and, where H says so, from right and wrong. Its sigmoid is what it rates as a helper.
/// </summary>
public sealed class RewardModel : IHelper, IDisposable
{
    private const int Width = 32;
    private const double LearningRate = 0.005;
    private readonly WalkReader _reader;

    /// <summary>A model that knows nothing yet.</summary>
    /// <param name="reader">How it reads.</param>
    /// <param name="longest">The longest answer that it rates, in edges.</param>
    /// <param name="rows">The most answers at a time.</param>
    /// <param name="key">The key of its starting weights.</param>
    public RewardModel(WalkReader reader, int longest, int rows, RandomKey key)
    {
        (_reader, Longest) = (reader, longest);
        Network = new Perceptron(new PerceptronShape(reader.Inputs, Width, 2, 1), rows, key, LearningRate);
    }

    /// <inheritdoc/>
    public int Longest { get; }

    /// <summary>Its network.</summary>
    public Perceptron Network { get; }

    /// <inheritdoc/>
    public void Rate(ReadOnlySpan<Walk> parts, Span<float> ratings)
    {
        Score(parts, ratings);
        for (int i = 0; i < parts.Length; i++)
            ratings[i] = Losses.Sigmoid(ratings[i]);
    }

    /// <summary>The rewards of some answers.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="rewards">Filled.</param>
    public void Score(ReadOnlySpan<Walk> answers, Span<float> rewards)
    {
        while (answers.Length > 0)
        {
            int taken = Math.Min(answers.Length, Network.RowCapacity);
            Read(answers[..taken]);
            Network.Logits.CopyTo(rewards);
            answers = answers[taken..];
            rewards = rewards[taken..];
        }
    }

    /// <summary>Learns from what H said: one optimiser step.</summary>
    /// <param name="pairs">What was compared.</param>
    /// <param name="opinions">What H said.</param>
    /// <param name="judgements">Whether right and wrong are learned as well as better and worse.</param>
    /// <returns>The mean loss a pair, in nats.</returns>
    public double Learn(ReadOnlySpan<(Walk First, Walk Second)> pairs, ReadOnlySpan<Opinion> opinions, bool judgements)
    {
        var answers = new Walk[2 * pairs.Length];
        for (int i = 0; i < pairs.Length; i++)
            (answers[2 * i], answers[2 * i + 1]) = pairs[i];
        Read(answers);
        ReadOnlySpan<float> logits = Network.Logits;
        Span<float> derivative = Network.Derivative;
        double loss = 0;
        for (int i = 0; i < pairs.Length; i++)
        {
            loss += Losses.Logistic(logits[2 * i] - logits[2 * i + 1], opinions[i].PrefersFirst ? 1 : 0, out float slope);
            (derivative[2 * i], derivative[2 * i + 1]) = (slope, -slope);
            if (!judgements)
                continue;
            loss += Judge(logits[2 * i], opinions[i].FirstIsRight, ref derivative[2 * i]);
            loss += Judge(logits[2 * i + 1], opinions[i].SecondIsRight, ref derivative[2 * i + 1]);
        }

        foreach (ref float slope in derivative)
            slope /= pairs.Length;
        Network.Learn();
        return loss / pairs.Length;
    }

    /// <inheritdoc/>
    public void Dispose() => Network.Dispose();

    /// <summary>The loss of what H says outright of one answer; none where H cannot tell.</summary>
    private static double Judge(float logit, bool? isRight, ref float derivative)
    {
        if (isRight is not { } right)
            return 0;
        double loss = Losses.Logistic(logit, right ? 1 : 0, out float slope);
        derivative += slope;
        return loss;
    }

    private void Read(ReadOnlySpan<Walk> answers)
    {
        Span<float> inputs = Network.Begin(answers.Length);
        for (int i = 0; i < answers.Length; i++)
            _reader.Write(answers[i], inputs.Slice(i * _reader.Inputs, _reader.Inputs));
        Network.Forward();
    }
}
