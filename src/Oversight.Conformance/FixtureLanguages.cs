using Oversight.Conformance.Languages;
using Oversight.Tasks;
using Oversight.Tasks.PermutationPowering;
using Oversight.Tasks.SatCounting;
using Oversight.Tasks.SequentialAssignments;
using Oversight.Tasks.ShortestPath;
using Oversight.Tasks.UnionFind;
using Oversight.Tasks.WildcardSearch;

namespace Oversight.Conformance;

/// <summary>
/// Finds how the reference's fixtures write a task. Only tasks that the reference has too can be compared with it, so the list is closed; a
/// new task needs no entry.
/// </summary>
public static class FixtureLanguages
{
    /// <summary>How the fixtures write facts, questions and answers of a task.</summary>
    /// <param name="task">The task.</param>
    /// <exception cref="ArgumentException">The fixtures do not know it; the message is one line.</exception>
    public static IFixtureLanguage Of(AlgorithmicTask task) => task switch
    {
        PermutationPoweringTask known => new PermutationPoweringFixtures(known.Language),
        SatCountingTask known => new SatCountingFixtures(known),
        SequentialAssignmentsTask known => new SequentialAssignmentsFixtures(known.Language),
        ShortestPathTask known => new ShortestPathFixtures(known.Language),
        UnionFindTask known => new UnionFindFixtures(known.Language),
        WildcardSearchTask known => new WildcardSearchFixtures(known.Language),
        _ => throw new ArgumentException($"There are no fixtures for the task '{task.Name}': only tasks of the reference can be verified."),
    };
}
