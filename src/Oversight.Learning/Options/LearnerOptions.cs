namespace Oversight.Learning.Options;

/// <summary>What decides how X learns: its network and rates, how its average is taken, and how large a batch is.</summary>
/// <param name="Assistant">The network and its optimiser.</param>
/// <param name="Teacher">The Polyak average that answers sub-questions.</param>
/// <param name="Batch">How many contexts and questions a step.</param>
public sealed record LearnerOptions(AssistantOptions Assistant, TeacherOptions Teacher, BatchOptions Batch);
