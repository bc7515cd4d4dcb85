using Oversight.Tasks;
using Oversight.Training.Methods;

namespace Oversight.Training.Options;

/// <summary>Which methods train on which tasks.</summary>
public static class TrainingMethods
{
    /// <summary>The methods that train on a task, in their order.</summary>
    /// <param name="task">The task's name.</param>
    /// <param name="preset">The size.</param>
    public static IEnumerable<TrainingMethod> For(string task, TaskPreset preset) =>
        Enum.GetValues<TrainingMethod>().Where(method => ProblemOf(Presets.Create(task, preset, method)) is null);

    /// <summary>
    /// Why the counts of some options come to nothing with their method: H would never be asked, and X would learn from nobody. Null if
    /// they do not.
    /// </summary>
    /// <param name="options">The options.</param>
    internal static string? ProblemOfCounts(TrainingOptions options)
    {
        LearningMethod method = LearningMethod.Of(options.Method);
        HumanOptions human = options.Human;
        string name = Setting.Format(options.Method);
        if (human.Queries == 0 && method.AsksHuman(options))
            return $"human.queries is 0, and the method is {name}, which learns from H: give at least 1, or another --method";
        return method.ImitatesHuman && human is { Initial: 0, Rate: 0, Least: 0 }
            ? $"human.initial, human.rate and human.least are all 0, and the method is {name}: H is never asked, and "
                + "H' has nothing to learn from; give one of them"
            : null;
    }

    /// <summary>Why the method of some options cannot train on their task; null if it can, or if there is no such task.</summary>
    /// <param name="options">The options.</param>
    public static string? ProblemOf(TrainingOptions options)
    {
        bool exists = TaskCatalog.Variants.Any(variant => variant.Name == options.Task) & Enum.TryParse(options.Preset, ignoreCase: true, out TaskPreset preset);
        return exists ? LearningMethod.Of(options.Method).ProblemOf(TaskCatalog.Create(options.Task, preset), options) : null;
    }
}
