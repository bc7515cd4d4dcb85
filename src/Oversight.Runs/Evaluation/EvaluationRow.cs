using Oversight.Runs.Statistics;

namespace Oversight.Runs.Evaluation;

/// <summary>The accuracies on one class of questions.</summary>
/// <param name="Class">The class.</param>
/// <param name="Student">X as trained.</param>
/// <param name="Teacher">X's Polyak average.</param>
/// <param name="Amplified">The amplified teacher.</param>
public sealed record EvaluationRow(string Class, ClusteredAccuracy Student, ClusteredAccuracy Teacher, ClusteredAccuracy Amplified);
