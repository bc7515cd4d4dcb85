namespace Oversight.Protocols.RewardModelling;

/// <summary>What H says of two answers.</summary>
/// <param name="PrefersFirst">Which of the two is better.</param>
/// <param name="FirstIsRight">Whether the first is right; null where H cannot tell.</param>
/// <param name="SecondIsRight">Whether the second is right; null where H cannot tell.</param>
/// <param name="FactsRead">How many edges H looked up.</param>
public readonly record struct Opinion(bool PrefersFirst, bool? FirstIsRight, bool? SecondIsRight, int FactsRead);
