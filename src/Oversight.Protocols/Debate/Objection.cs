namespace Oversight.Protocols.Debate;

/// <summary>One way to dispute a position: the claim that the whole dispute comes down to.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="HeldByProposer">Whether the proposer must hold it; if not, whoever objects holds it, and the answer is refuted if it stands.</param>
public readonly record struct Objection(Claim Claim, bool HeldByProposer);
