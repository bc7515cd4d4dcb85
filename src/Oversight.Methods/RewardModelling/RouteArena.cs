using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Perceptrons;

namespace Oversight.Methods.RewardModelling;

/// <summary>Held-out questions, as many of each distance, on which policies and reward models are measured. For evaluation only: it reads all facts.</summary>
public sealed class RouteArena
{
    private readonly Proposal[] _proposals;
    private readonly bool[] _valid;
    private readonly bool[] _optimal;
    private readonly float[] _prior;
    private readonly int[] _distances;
    private readonly int _answers;

    /// <summary>Draws the questions.</summary>
    /// <param name="policy">Tells what can be answered, and its prior.</param>
    /// <param name="encoding">Reads graphs.</param>
    /// <param name="each">Questions of each distance.</param>
    /// <param name="random">Consumed.</param>
    public RouteArena(RoutePolicy policy, RouteEncoding encoding, int each, RandomStream random)
    {
        Farther = policy.Range + 1;
        _answers = policy.Answers;
        Question[] questions = Draw(encoding, each, random);
        _proposals = policy.List(questions);
        _prior = policy.Prior(_proposals);
        _valid = [.. _proposals.Select(one => encoding.Read(one.Question.Facts).IsValid(one))];
        _optimal = [.. _proposals.Select(one => encoding.Read(one.Question.Facts).IsOptimal(one))];
        _distances = [.. questions.Select(one => Math.Min(Farther, encoding.Read(one.Facts).Of(one)))];
    }

    /// <summary>The class of questions whose distance is greater than the level reaches; those below are their distances.</summary>
    public int Farther { get; }

    /// <summary>All answers to all questions.</summary>
    public ReadOnlySpan<Proposal> Proposals => _proposals;

    /// <summary>The probabilities of the proposer that policies start from.</summary>
    public ReadOnlySpan<float> Prior => _prior;

    /// <summary>How often an answer drawn from a policy is valid and shortest.</summary>
    /// <param name="policy">Probabilities of all answers.</param>
    /// <param name="least">Of questions of this distance and more.</param>
    /// <param name="most">And of this distance and less.</param>
    public double Optimal(ReadOnlySpan<float> policy, int least, int most) => Mean(policy, _optimal, least, most);

    /// <summary>How often an answer drawn from a policy is valid, shortest or not.</summary>
    /// <param name="policy">Probabilities of all answers.</param>
    /// <param name="least">Of questions of this distance and more.</param>
    /// <param name="most">And of this distance and less.</param>
    public double Valid(ReadOnlySpan<float> policy, int least, int most) => Mean(policy, _valid, least, most);

    /// <summary>The reward that a policy gets, in standard deviations of the reward over the prior's answers, and from its mean.</summary>
    /// <param name="policy">Probabilities of all answers.</param>
    /// <param name="rewards">Rewards of all answers.</param>
    public double Proxy(ReadOnlySpan<float> policy, ReadOnlySpan<float> rewards)
    {
        double mean = 0;
        double square = 0;
        double reached = 0;
        for (int i = 0; i < rewards.Length; i++)
        {
            mean += _prior[i] * (double)rewards[i];
            square += _prior[i] * (double)rewards[i] * rewards[i];
            reached += policy[i] * (double)rewards[i];
        }

        int count = _distances.Length;
        double variance = square / count - mean / count * (mean / count);
        return (reached - mean) / count / Math.Sqrt(Math.Max(variance, 1e-12));
    }

    /// <summary>Of two answers of the prior of which one is better in truth: how often the reward model gives it more, and how probable it holds it to be the better one.</summary>
    /// <param name="rewards">Rewards of all answers.</param>
    /// <param name="random">Consumed.</param>
    public (double Agreement, double Probability) Agreement(ReadOnlySpan<float> rewards, RandomStream random)
    {
        int pairs = 0;
        double agreed = 0;
        double probable = 0;
        for (int i = 0; i < rewards.Length; i += _answers)
        {
            int first = i + Losses.Draw(_prior.AsSpan(i, _answers), random.NextDouble());
            int second = i + Losses.Draw(_prior.AsSpan(i, _answers), random.NextDouble());
            if (Worth(first) == Worth(second))
                continue;
            float difference = (rewards[first] - rewards[second]) * Math.Sign(Worth(first) - Worth(second));
            pairs++;
            agreed += 0.5 + 0.5 * Math.Sign(difference);
            probable += Losses.Sigmoid(difference);
        }

        return (agreed / pairs, probable / pairs);
    }

    /// <summary>The policy that takes of n answers of the prior the one with the highest reward.</summary>
    /// <param name="rewards">Rewards of all answers.</param>
    /// <param name="samples">n.</param>
    /// <param name="random">Consumed.</param>
    /// <returns>Probabilities of all answers: 1 for what was taken.</returns>
    public float[] BestOf(ReadOnlySpan<float> rewards, int samples, RandomStream random)
    {
        float[] policy = new float[rewards.Length];
        for (int i = 0; i < rewards.Length; i += _answers)
        {
            int best = -1;
            for (int n = 0; n < samples; n++)
            {
                int drawn = i + Losses.Draw(_prior.AsSpan(i, _answers), random.NextDouble());
                best = best < 0 || rewards[drawn] > rewards[best] ? drawn : best;
            }

            policy[best] = 1;
        }

        return policy;
    }

    private Question[] Draw(RouteEncoding encoding, int each, RandomStream random)
    {
        var graphs = new RouteGraphs(encoding.Questions);
        int vertices = encoding.Questions.Task.VertexCount;
        int[] missing = [.. Enumerable.Repeat(each, Farther)];
        var drawn = new List<Question>();
        while (missing.Any(one => one > 0))
        {
            Facts facts = graphs.Draw(heldOut: true, random);
            DistanceTable table = encoding.Read(facts);
            for (int tries = 0; tries < vertices; tries++)
            {
                int from = random.Next(vertices);
                int to = (from + 1 + random.Next(vertices - 1)) % vertices;
                if (missing[Math.Min(table[from, to], Farther) - 1]-- > 0)
                    drawn.Add(encoding.Questions.Ask(facts, from, to));
            }
        }

        return [.. drawn];
    }

    /// <summary>Valid is better than not, and of the valid the shortest is best: the order that a perfect H would see.</summary>
    private int Worth(int answer) => _optimal[answer] ? 2 : _valid[answer] ? 1 : 0;

    private double Mean(ReadOnlySpan<float> policy, bool[] good, int least, int most)
    {
        double sum = 0;
        int count = 0;
        for (int question = 0; question < _distances.Length; question++)
        {
            if (_distances[question] < least || _distances[question] > most)
                continue;
            count++;
            for (int i = question * _answers; i < (question + 1) * _answers; i++)
                sum += good[i] ? policy[i] : 0;
        }

        return sum / count;
    }
}
