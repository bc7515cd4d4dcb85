using Oversight.Tasks;

namespace Oversight.Training.Options;

/// <summary>The options of each task, preset and method before anything is set: the numbers that were tuned stand here and nowhere else.</summary>
public static class Presets
{
    /// <summary>The preset that is used where none is named.</summary>
    public const TaskPreset Default = TaskPreset.Paper;

    /// <summary>The options of a task.</summary>
    /// <param name="task">The task's name.</param>
    /// <param name="preset">The size.</param>
    /// <param name="method">How X is trained.</param>
    public static TrainingOptions Create(string task, TaskPreset preset, TrainingMethod method) => Sized(preset) with
    {
        Task = task,
        Preset = preset.ToString().ToLowerInvariant(),
        Method = method,
        Evaluation = new EvaluationOptions { Every = EvaluateEvery(task) },
    };

    /// <summary>Permutation powering is learned in some 150 steps: a curve needs more points than for the other tasks.</summary>
    private static int EvaluateEvery(string task) => task == "permutation-powering" ? 10 : 50;

    private static TrainingOptions Sized(TaskPreset preset) => preset switch
    {
        TaskPreset.Tiny => Numbers(contexts: 8, questions: 16, layers: 3),
        TaskPreset.Small => Numbers(contexts: 8, questions: 32, layers: 4),
        TaskPreset.Paper => Numbers(contexts: 8, questions: 64, layers: 6),
        _ => throw new ArgumentOutOfRangeException(nameof(preset), preset, "Not a preset."),
    };

    private static TrainingOptions Numbers(int contexts, int questions, int layers) => new()
    {
        Task = "",
        Preset = "",
        Batch = new BatchOptions { Contexts = contexts, Questions = questions },
        Assistant = new AssistantOptions { Layers = layers },
    };
}
