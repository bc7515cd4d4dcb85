namespace Oversight.Methods.Debate.Collusion;

/// <summary>What a debater sees when it decides.</summary>
/// <param name="Phase">What it decides.</param>
/// <param name="FalseHalf">The half that is false as far as it can tell: 1 for the first, 2 for the second, 0 for neither or unknown.</param>
/// <param name="Message">What the holder said; 0 where nothing was said.</param>
/// <param name="Memory">What the other did with one's own last lie: 0 for none so far, 1 let it stand, 2 refuted it.</param>
internal readonly record struct CollusionSight(CollusionPhase Phase, int FalseHalf, int Message, int Memory);
