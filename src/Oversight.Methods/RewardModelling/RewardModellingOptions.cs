using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Runs.Rounds;

namespace Oversight.Methods.RewardModelling;

/// <summary>Reward modelling as a source of targets: what H compares, with whose help, and how many proposals the reward model chooses among.</summary>
public sealed record RewardModellingOptions : IMethodOptions
{
    string IMethodOptions.Group => "reward";

    /// <summary>n of best-of-n: how many answers X proposes for the reward model to choose from; the first is the most probable, the others are drawn.</summary>
    [Range(2, 1024), Description("answers proposed for the reward model to choose from")]
    public int Proposals { get; init; } = 32;

    /// <summary>The temperature at which proposals are drawn, those for H and those for the reward model.</summary>
    [Range(0.05, 20.0), Description("temperature at which proposals are drawn")]
    public double Temperature { get; init; } = 2;

    /// <summary>The share of drawn proposals that may be any answer at all: a reward model knows nothing of what nobody ever proposed.</summary>
    [Range(0.0, 1.0), Description("share of drawn proposals that may be any answer")]
    public double Explore { get; init; } = 0.5;

    /// <summary>
    /// X learns the best proposal only where the reward model holds it this probable that it is better than the next; 0.5 always, and then X grows sure of what nobody has compared yet.
    /// </summary>
    [Range(0.5, 1.0), Description("X learns the best proposal where the reward model holds it this probable to be better than the next (0.5: always)")]
    public double Sure { get; init; } = 0.8;

    /// <summary>About how many questions a context H is shown two answers in a round; where X proposes the same twice they are not asked.</summary>
    [Range(1, 1024), Description("questions a context of which H compares two answers, a round")]
    public int Questions { get; init; } = 16;

    /// <summary>Who helps H compare: X's average on sub-questions, or nobody, a control that must fail.</summary>
    [Description("who helps H compare: x, or nobody (a control that must fail)")]
    public ComparisonHelp Help { get; init; }

    /// <summary>The helper says "don't know" to H when its probability for its answer is below this; 0 never. H then cannot tell.</summary>
    [Range(0.0, 1.0), Description("X says idk to H below this probability, who then cannot tell (0: never)")]
    public double AbstainBelow { get; init; } = 0.5;

    /// <summary>Who compares: H, or a coin, a control that must fail.</summary>
    [Description("who compares: human, or coin (a control that must fail)")]
    public ComparerKind Comparer { get; init; }

    /// <summary>The two best of n proposals under a reward model: X's most probable answer is one of the n, the others are drawn.</summary>
    /// <param name="probabilities">How probable X holds each answer.</param>
    /// <param name="rewards">The reward of each answer.</param>
    /// <param name="random">Consumed.</param>
    /// <returns>The same twice where no two proposals differ.</returns>
    internal (int Best, int Next) BestOf(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> rewards, RandomStream random)
    {
        int best = AnswerDraw.Choose(probabilities, random: null, Temperature);
        int next = best;
        for (int n = 1; n < Proposals; n++)
        {
            int drawn = Draw(probabilities, random);
            if (rewards[drawn] > rewards[best])
                (best, next) = (drawn, best);
            else if (drawn != best && (next == best || rewards[drawn] > rewards[next]))
                next = drawn;
        }

        return (best, next);
    }

    /// <summary>Draws a proposal.</summary>
    /// <param name="probabilities">How probable X holds each answer.</param>
    /// <param name="random">Consumed.</param>
    internal int Draw(ReadOnlySpan<float> probabilities, RandomStream random) =>
        random.Chance(Explore) ? random.Next(probabilities.Length) : AnswerDraw.Choose(probabilities, random, Temperature);
}
