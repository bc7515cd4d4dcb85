namespace Oversight.Training.Experiments;

/// <summary>How far a unit of a study is.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Unit">Its name.</param>
/// <param name="StepsDone">Steps done.</param>
/// <param name="TotalSteps">Steps in all.</param>
public readonly record struct StudyProgress(long Seed, string Unit, int StepsDone, int TotalSteps);
