namespace Oversight.Protocols.RewardModelling;

/// <summary>H's opinion of one answer, and what it took him.</summary>
/// <param name="Standing">What he makes of it.</param>
/// <param name="Place">The number by which he compares: the smaller the better.</param>
/// <param name="LookUps">Facts that he looked up: 0 or 1.</param>
/// <param name="QuestionsPut">Questions that he put to the helper.</param>
public readonly record struct Appraisal(Standing Standing, int Place, int LookUps, int QuestionsPut);
