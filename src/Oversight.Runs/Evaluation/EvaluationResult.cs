using System.Collections.Immutable;
using Oversight.Runs.Statistics;

namespace Oversight.Runs.Evaluation;

/// <summary>Accuracy of one answerer on held-out contexts, by the reference's rule: every symbol equal to the true answer.</summary>
/// <param name="Overall">All questions.</param>
/// <param name="ByClass">Each class of questions, in the task's order; classes that were not asked are left out.</param>
/// <param name="Accepted">All questions, counting any right answer where several are right.</param>
/// <param name="Unknown">How many answers were idk.</param>
public sealed record EvaluationResult(
    ClassAccuracy Overall, ImmutableSortedDictionary<string, ClassAccuracy> ByClass, ClassAccuracy Accepted, int Unknown)
{
    private const double CommonShare = 0.05;
    private const double Slack = 0.02;

    /// <summary>All questions, context by context, for an interval; null where contexts were not kept apart.</summary>
    public ClusteredAccuracy? Contexts { get; init; }

    /// <summary>The same for each class.</summary>
    public ImmutableSortedDictionary<string, ClusteredAccuracy> ContextsByClass { get; init; } = ImmutableSortedDictionary<string, ClusteredAccuracy>.Empty;

    /// <summary>
    /// Whether a share is reached: overall, and but for a little in every class that makes up at least one question in twenty, so that a run does not end on its easy
    /// classes.
    /// </summary>
    /// <param name="share">The share of right answers wanted.</param>
    public bool Reaches(double share) =>
        Overall.Share >= share
        && ByClass.Values.All(accuracy => accuracy.Asked < CommonShare * Overall.Asked || accuracy.Share >= share - Slack);
}
