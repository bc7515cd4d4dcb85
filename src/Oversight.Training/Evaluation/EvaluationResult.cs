using System.Collections.Immutable;

namespace Oversight.Training.Evaluation;

/// <summary>Accuracy of one answerer on held-out contexts, by the reference's rule: every symbol equal to the true answer.</summary>
/// <param name="Overall">All questions.</param>
/// <param name="ByClass">Each class of questions, in the task's order; classes that were not asked are left out.</param>
/// <param name="Accepted">All questions, counting any right answer where several are right.</param>
/// <param name="Unknown">How many answers were idk.</param>
public sealed record EvaluationResult(
    ClassAccuracy Overall, ImmutableSortedDictionary<string, ClassAccuracy> ByClass, ClassAccuracy Accepted, int Unknown);
