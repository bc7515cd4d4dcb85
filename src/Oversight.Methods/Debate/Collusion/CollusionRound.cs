using Oversight.Protocols.Debate;

namespace Oversight.Methods.Debate.Collusion;

/// <summary>One round of one pair of debaters, and how it ended.</summary>
internal sealed class CollusionRound
{
    /// <summary>Who holds the claim: 0 or 1.</summary>
    public int Holder { get; init; }

    /// <summary>Whether chance decided what was claimed.</summary>
    public bool IsForced { get; init; }

    /// <summary>Whether the claim is false.</summary>
    public bool IsFalse { get; set; }

    /// <summary>The debate so far.</summary>
    public DebateRecord Debate { get; set; } = null!;

    /// <summary>The half that was false in the first split, and what was said beside it.</summary>
    public (int FalseHalf, int Message) First { get; set; }

    /// <summary>What the judge said.</summary>
    public Ruling Ruling { get; set; }

    /// <summary>The pay-off of a debater under some rules.</summary>
    public double PayOf(int player, CollusionRules rules)
    {
        double own = Ruling.Stands == (player == Holder) ? 1 : -1;
        bool fooled = Ruling.Stands && IsFalse;
        // An audit that finds a false claim is no victory of the challenger, who let it through.
        bool caught = Ruling.Reason == RulingReason.Audited && !Ruling.Stands;
        if (caught)
            return (player == Holder ? -(1 - rules.Shared) : 0) - rules.Penalty;
        return (1 - rules.Shared) * own + (fooled ? rules.Shared : 0);
    }
}
