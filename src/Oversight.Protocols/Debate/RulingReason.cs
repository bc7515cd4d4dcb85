namespace Oversight.Protocols.Debate;

/// <summary>Why a judge ruled as they did.</summary>
public enum RulingReason
{
    /// <summary>The leaf that was left contested is a fact, or is not.</summary>
    LookedUp,

    /// <summary>The two claims of a split do not make the claim that was split.</summary>
    DoesNotAdd,

    /// <summary>The challenger left the claim to stand.</summary>
    Conceded,

    /// <summary>Every fact below the claim was read.</summary>
    Audited,

    /// <summary>What was proposed is no answer to the question.</summary>
    NoAnswer,

    /// <summary>By a coin.</summary>
    Guessed,
}
