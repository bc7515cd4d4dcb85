using Oversight.Tasks;
using Oversight.Training.Evaluation;

namespace Oversight.Training.Runs;

/// <summary>Notes when each class was first answered right nine times in ten.</summary>
internal sealed class MilestoneTracker(AlgorithmicTask task)
{
    private const double Learned = 0.9;
    private readonly Dictionary<string, int> _amplified = [];
    private readonly Dictionary<string, int> _teacher = [];

    /// <summary>The classes in the task's order.</summary>
    public IReadOnlyList<Milestone> Milestones =>
        [.. task.Classes.Select(label => new Milestone(label, StepOf(_amplified, label), StepOf(_teacher, label)))];

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
