using System.Collections.Immutable;
using Oversight.Runs.Evaluation;
using Oversight.Runs.Statistics;
using Oversight.Tasks;

namespace Oversight.Runs.Rounds;

/// <summary>Notes when each class was first answered right nine times in ten.</summary>
internal sealed class MilestoneTracker(AlgorithmicTask task)
{
    private const double Learned = 0.9;
    private readonly Dictionary<string, int> _amplified = [];
    private readonly Dictionary<string, int> _teacher = [];

    /// <summary>The classes in the task's order.</summary>
    public IReadOnlyList<Milestone> Milestones =>
        [.. task.Classes.Select(label => new Milestone(label, StepOf(_amplified, label), StepOf(_teacher, label)))];

    /// <summary>For each class the step at which Amplify first answered it well.</summary>
    public ImmutableSortedDictionary<string, int> AmplifiedFirst => _amplified.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>For each class the step at which the teacher first answered it well.</summary>
    public ImmutableSortedDictionary<string, int> TeacherFirst => _teacher.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Goes back to what had been noted.</summary>
    public void Restore(ImmutableSortedDictionary<string, int> amplified, ImmutableSortedDictionary<string, int> teacher)
    {
        foreach ((string label, int step) in amplified)
            _amplified[label] = step;
        foreach ((string label, int step) in teacher)
            _teacher[label] = step;
    }

    /// <summary>Looks at an evaluation.</summary>
    public void Observe(MeasuredStep measured)
    {
        Note(_amplified, measured.Amplified, measured.Step);
        Note(_teacher, measured.Teacher, measured.Step);
    }

    private static void Note(Dictionary<string, int> first, EvaluationResult result, int step)
    {
        foreach ((string label, ClassAccuracy accuracy) in result.ByClass)
        {
            if (accuracy.Share >= Learned)
                first.TryAdd(label, step);
        }
    }

    private static int? StepOf(Dictionary<string, int> first, string label) => first.TryGetValue(label, out int step) ? step : null;
}
