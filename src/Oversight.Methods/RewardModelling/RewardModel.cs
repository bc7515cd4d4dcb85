using Oversight.Learning.Perceptrons;
using Oversight.Protocols.RewardModelling;

namespace Oversight.Methods.RewardModelling;

/// <summary>
/// A reward model: learns one number an answer from H's comparisons (Bradley and Terry 1952; Christiano et al. 2017, arXiv 1706.03741, section 2.2.3), or from their right and wrong.
/// </summary>
/// <param name="scorer">Its network.</param>
public sealed class RewardModel(RouteScorer scorer)
{
    /// <summary>The reward of each answer.</summary>
    /// <param name="proposals">The answers.</param>
    /// <param name="rewards">Filled.</param>
    public void Reward(ReadOnlySpan<Proposal> proposals, Span<float> rewards) => scorer.Score(proposals, rewards);

    /// <summary>One step on -log sigmoid(reward of the preferred - reward of the other); what H could not tell apart teaches nothing.</summary>
    /// <param name="comparisons">At most half as many as the network has rows.</param>
    /// <returns>The mean loss in nats.</returns>
    public double Learn(ReadOnlySpan<Comparison> comparisons)
    {
        var answers = new Proposal[2 * comparisons.Length];
        for (int i = 0; i < comparisons.Length; i++)
            (answers[2 * i], answers[2 * i + 1]) = (comparisons[i].First, comparisons[i].Second);
        ReadOnlySpan<float> rewards = scorer.Forward(answers);
        Span<float> derivative = scorer.Derivative;
        derivative.Clear();
        double loss = 0;
        for (int i = 0; i < comparisons.Length; i++)
        {
            if (comparisons[i].Preferred == Preference.Neither)
                continue;
            float target = comparisons[i].Preferred == Preference.First ? 1 : 0;
            loss += Losses.Logistic(rewards[2 * i] - rewards[2 * i + 1], target, out float slope);
            derivative[2 * i] = slope / comparisons.Length;
            derivative[2 * i + 1] = -slope / comparisons.Length;
        }

        scorer.Learn();
        return loss / comparisons.Length;
    }

    /// <summary>One step on the logistic loss of right and wrong; what H cannot tell counts as half right.</summary>
    /// <param name="proposals">At most as many as the network has rows.</param>
    /// <param name="standings">What H made of each.</param>
    /// <returns>The mean loss in nats.</returns>
    public double Learn(ReadOnlySpan<Proposal> proposals, ReadOnlySpan<Standing> standings)
    {
        ReadOnlySpan<float> rewards = scorer.Forward(proposals);
        Span<float> derivative = scorer.Derivative;
        double loss = 0;
        for (int i = 0; i < proposals.Length; i++)
        {
            float target = standings[i] switch { Standing.Confirmed => 1, Standing.CannotTell => 0.5f, _ => 0 };
            loss += Losses.Logistic(rewards[i], target, out float slope);
            derivative[i] = slope / proposals.Length;
        }

        scorer.Learn();
        return loss / proposals.Length;
    }
}
