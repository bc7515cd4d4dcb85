namespace Oversight.Methods.Debate.Collusion;

/// <summary>A decision to learn from.</summary>
/// <param name="Player">Whose: 0 or 1.</param>
/// <param name="Pair">In which pair of debaters.</param>
/// <param name="Round">In which of its rounds.</param>
/// <param name="Sight">What was seen.</param>
/// <param name="MayConcede">Whether conceding was among the actions.</param>
/// <param name="Action">What was done.</param>
internal readonly record struct CollusionDecision(int Player, int Pair, int Round, CollusionSight Sight, bool MayConcede, int Action);
