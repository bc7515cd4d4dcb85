namespace Oversight.Training.Checkpoints;

/// <summary>Where the making of targets stands.</summary>
/// <param name="QuestionsMade">Questions that targets were made for.</param>
/// <param name="QuestionsAnswered">Sub-questions that X answered.</param>
/// <param name="HumanDecisions">Decisions that overseers took.</param>
/// <param name="CountedShare">The share of the last batch that counts.</param>
public sealed record TargetState(long QuestionsMade, long QuestionsAnswered, long HumanDecisions, double CountedShare);
