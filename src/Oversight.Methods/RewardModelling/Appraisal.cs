namespace Oversight.Methods.RewardModelling;

/// <summary>H's opinion of one answer, and what it took.</summary>
/// <param name="Standing">What H makes of it.</param>
/// <param name="Place">The number by which H compares: the smaller the better.</param>
/// <param name="LookUps">Facts that H looked up: 0 or 1.</param>
/// <param name="QuestionsPut">Questions that H put to the helper.</param>
public readonly record struct Appraisal(Standing Standing, int Place, int LookUps, int QuestionsPut);
