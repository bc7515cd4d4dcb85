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

    /// <summary>Why the method of some options cannot train on their task; null if it can, or if there is no such task.</summary>
    /// <param name="options">The options.</param>
    public static string? ProblemOf(TrainingOptions options)
    {
        bool exists = TaskCatalog.Variants.Any(variant => variant.Name == options.Task) & Enum.TryParse(options.Preset, ignoreCase: true, out TaskPreset preset);
        return exists ? LearningMethod.Of(options.Method).ProblemOf(TaskCatalog.Create(options.Task, preset), options) : null;
    }
}
