using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Perceptrons;
using Oversight.Numerics;

namespace Oversight.Methods.RewardModelling;

/// <summary>
/// A policy: p(answer) is proportional to prior(answer) e^score(answer). The prior is a proposer that knows the graph and has no motive: half of the time it says something
/// true, shortest way or not, and half of the time anything. So before it learns it is the model that reward modelling starts from, and optimising moves it as far as the reward asks.
/// </summary>
/// <param name="scorer">Its network.</param>
/// <param name="range">The longest distance that it tells.</param>
public sealed class RoutePolicy(RouteScorer scorer, int range) : IHelper
{
    private const float Truthful = 0.5f;
    private readonly RouteQuestions _questions = scorer.Encoding.Questions;

    /// <inheritdoc/>
    public int Range => range;

    /// <summary>How many answers a question has.</summary>
    public int Answers => _questions.ProposalCount(range);

    /// <summary>Every answer to each question.</summary>
    /// <param name="questions">B questions.</param>
    /// <returns>(B, <see cref="Answers"/>).</returns>
    public Proposal[] List(ReadOnlySpan<Question> questions)
    {
        var proposals = new Proposal[questions.Length * Answers];
        for (int i = 0; i < questions.Length; i++)
            _questions.List(questions[i], range, proposals.AsSpan(i * Answers, Answers));
        return proposals;
    }

    /// <summary>The proposer that it starts from.</summary>
    /// <param name="proposals">(B, <see cref="Answers"/>), from <see cref="List"/>.</param>
    /// <returns>(B, <see cref="Answers"/>); each question's add up to 1.</returns>
    public float[] Prior(ReadOnlySpan<Proposal> proposals)
    {
        float[] prior = new float[proposals.Length];
        for (int i = 0; i < proposals.Length; i += Answers)
        {
            DistanceTable table = scorer.Encoding.Read(proposals[i].Question.Facts);
            int valid = 0;
            for (int j = i; j < i + Answers; j++)
                valid += table.IsValid(proposals[j]) ? 1 : 0;
            for (int j = i; j < i + Answers; j++)
                prior[j] = (1 - Truthful) / Answers + (table.IsValid(proposals[j]) ? Truthful / valid : 0);
        }

        return prior;
    }

    /// <summary>What it would answer.</summary>
    /// <param name="proposals">(B, <see cref="Answers"/>), from <see cref="List"/>.</param>
    /// <returns>(B, <see cref="Answers"/>); each question's add up to 1.</returns>
    public float[] Probabilities(ReadOnlySpan<Proposal> proposals)
    {
        float[] scores = new float[proposals.Length];
        scorer.Score(proposals, scores);
        return Mix(proposals, scores);
    }

    /// <summary>
    /// One step of REINFORCE (Williams 1992) against a reward, with the reward expected of the policy as baseline.
    /// </summary>
    /// <param name="questions">No more than the network has room for.</param>
    /// <param name="reward">What is optimised.</param>
    /// <param name="bonus">The weight of the policy's entropy.</param>
    /// <param name="random">Consumed: one number a question.</param>
    public void Learn(ReadOnlySpan<Question> questions, RewardModel reward, float bonus, RandomStream random)
    {
        Proposal[] proposals = List(questions);
        float[] rewards = new float[proposals.Length];
        reward.Reward(proposals, rewards);
        float[] probabilities = Mix(proposals, scorer.Forward(proposals));
        Span<float> derivative = scorer.Derivative;
        for (int i = 0; i < proposals.Length; i += Answers)
        {
            ReadOnlySpan<float> policy = probabilities.AsSpan(i, Answers);
            int action = Losses.Draw(policy, random.NextDouble());
            float expected = Reductions.Dot(policy, rewards.AsSpan(i, Answers));
            Losses.Policy(policy, action, (rewards[i + action] - expected) / questions.Length, bonus / questions.Length, derivative.Slice(i, Answers));
        }

        scorer.Learn();
    }

    /// <summary>As a helper it gives the length of its most likely answer.</summary>
    /// <inheritdoc/>
    public void Measure(ReadOnlySpan<Question> questions, Span<int> distances)
    {
        Proposal[] proposals = List(questions);
        float[] probabilities = Probabilities(proposals);
        for (int i = 0; i < questions.Length; i++)
        {
            ReadOnlySpan<float> own = probabilities.AsSpan(i * Answers, Answers);
            int best = 0;
            for (int j = 1; j < own.Length; j++)
                best = own[j] > own[best] ? j : best;
            distances[i] = proposals[i * Answers + best].Length;
        }
    }

    private float[] Mix(ReadOnlySpan<Proposal> proposals, ReadOnlySpan<float> scores)
    {
        float[] mixed = Prior(proposals);
        for (int i = 0; i < mixed.Length; i++)
            mixed[i] = MathF.Log(mixed[i]) + scores[i];
        for (int i = 0; i < mixed.Length; i += Answers)
            Losses.Softmax(mixed.AsSpan(i, Answers), mixed.AsSpan(i, Answers));
        return mixed;
    }
}
