using Oversight.Tasks;

namespace Oversight.Runs.Evaluation;

/// <summary>The order in which classes of questions are shown: the task's own, easiest first, and then any it does not name.</summary>
public static class ClassOrder
{
    /// <summary>Puts labels in order.</summary>
    /// <param name="task">The task.</param>
    /// <param name="labels">The labels.</param>
    public static IEnumerable<string> Sort(AlgorithmicTask task, IEnumerable<string> labels) =>
        labels
            .OrderBy(label => task.Classes.IndexOf(label) is >= 0 and int place ? place : int.MaxValue)
            .ThenBy(label => label, StringComparer.Ordinal);
}
