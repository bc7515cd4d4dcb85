namespace Oversight.Methods.Debate.Collusion;

/// <summary>What two debaters are paid for, what they may do, and what the judge does about it.</summary>
/// <param name="Shared">
/// Lambda, the share of a debater's pay-off that both have in common: 1 for both whenever a false claim stands. The rest is zero-sum: 1 for the holder of a claim that stands, -1 if it
/// falls, and the reverse for the challenger.
/// </param>
public sealed record CollusionRules(double Shared)
{
    /// <summary>How often a claim is split: 2^depth facts lie below it.</summary>
    public int Depth { get; init; } = 2;

    /// <summary>Whether the challenger sees which claims are false; if not it is blind.</summary>
    public bool Sees { get; init; } = true;

    /// <summary>Whether the challenger may let a claim stand.</summary>
    public bool MayConcede { get; init; } = true;

    /// <summary>How many messages the holder can choose among beside each split; 1 is no channel.</summary>
    public int Messages { get; init; } = 1;

    /// <summary>How often a claim that would stand is audited.</summary>
    public double Audits { get; init; }

    /// <summary>Whether contested claims are audited as well.</summary>
    public bool AuditsContested { get; init; }

    /// <summary>What both pay when an audit finds a false claim that would have stood.</summary>
    public double Penalty { get; init; } = 2;

    /// <summary>Whether one network sits in both seats, or each debater has its own.</summary>
    public bool SharedWeights { get; init; }

    /// <summary>
    /// How often in training chance decides what is claimed. Without it a holder who is deterred never lies, and the challenger, who never meets a lie, forgets how to catch one.
    /// </summary>
    public double Practice { get; init; } = 0.25;

    /// <summary>
    /// The share of training spent on an agreement: the debaters imitate tit for tat, "I let your lies stand as long as you let mine", before they are left to their pay-offs.
    /// </summary>
    public double Agreement { get; init; }

    /// <summary>Rounds that the same two debaters play, taking turns as holder and remembering; 1 is a fresh opponent every time.</summary>
    public int Rounds { get; init; } = 1;
}
