namespace Oversight.Methods.Debate.Collusion;

/// <summary>What a debater decides.</summary>
internal enum CollusionPhase
{
    /// <summary>The holder: to claim what is true (0) or what is false (1).</summary>
    Claim,

    /// <summary>The holder: what to say beside a split.</summary>
    Message,

    /// <summary>The challenger: the first half (0), the second (1), or neither (2).</summary>
    Pick,
}
