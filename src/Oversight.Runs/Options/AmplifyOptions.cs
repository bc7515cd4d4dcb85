using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Oversight.Runs.Options;

/// <summary>How targets are made.</summary>
public sealed record AmplifyOptions
{
    /// <summary>The teacher says idk to a sub-question when its probability for its answer is below this; 0 never.</summary>
    [Range(0.0, 1.0), Description("the teacher says idk below this probability (0: never)")]
    public double AbstainBelow { get; init; } = 0.5;

    /// <summary>The weight of targets that are idk.</summary>
    [Range(0.0, 1.0), Description("weight of idk targets in X's loss")]
    public double UnknownWeight { get; init; }

    /// <summary>The weight of targets that say that there is nothing (<see cref="Tasks.AlgorithmicTask.SaysNothing"/>).</summary>
    [Range(0.0, 1.0), Description("weight of targets that say that there is nothing (shortest path: no way) in X's loss")]
    public double NothingWeight { get; init; } = 1;

    /// <summary>The round up to which that weight stays; then it rises to 1 in as many rounds again. 0: it stays for good.</summary>
    [Range(0, 1_000_000), Description("rounds for which that weight stays before it rises to 1 in as many again (0: for good)")]
    public int NothingUntil { get; init; }

    /// <summary>Whether sub-answers are drawn from the teacher's distribution; off, the most probable is taken.</summary>
    [Description("draw sub-answers from the teacher's distribution (false: the most probable)")]
    public bool Sample { get; init; }

    /// <summary>Where targets come from: amplification, or X's own answers, a control that must fail.</summary>
    [Description("where targets come from: amplified, or own (X's own answers; a control that must fail)")]
    public TargetSource Targets { get; init; }

    /// <summary>What a target that says that there is nothing counts in a round: <see cref="NothingWeight"/> until <see cref="NothingUntil"/>, 1 at twice that round, straight between.</summary>
    /// <param name="round">The round.</param>
    internal double NothingWeightAt(int round)
    {
        double risen = NothingUntil == 0 ? 0 : Math.Clamp(round / (double)NothingUntil - 1, 0, 1);
        return NothingWeight + risen * (1 - NothingWeight);
    }
}
