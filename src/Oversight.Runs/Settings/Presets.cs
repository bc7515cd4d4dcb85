using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Oversight.Learning.Options;
using Oversight.Runs.Rounds;
using Oversight.Tasks;

namespace Oversight.Runs.Settings;

/// <summary>
/// The options of a task, a size and a method before anything is set: what the size asks for, then what was tuned for the task, which stands beside the task
/// (<see cref="ITaskFamily.Tuned"/>), then what the method asks for.
/// </summary>
public static class Presets
{
    /// <summary>The preset that is used where none is named.</summary>
    public const TaskPreset Default = TaskPreset.Paper;

    private static readonly ConcurrentDictionary<LearningMethod, ImmutableDictionary<string, Setting>> Known = new();

    /// <summary>The options of a task.</summary>
    /// <param name="task">The task's name.</param>
    /// <param name="preset">The size.</param>
    /// <param name="method">How X is trained.</param>
    public static TrainingOptions Create(string task, TaskPreset preset, LearningMethod method)
    {
        TrainingOptions sized = new()
        {
            Task = task,
            Preset = preset.ToString().ToLowerInvariant(),
            Method = method,
            Batch = new BatchOptions { Contexts = 8, Questions = QuestionsOf(preset) },
            Assistant = new AssistantOptions { Layers = LayersOf(preset), Width = 64 },
            Teacher = new TeacherOptions { Horizon = 10, Share = 0.1 },
            Own = method.Options,
        };
        JsonObject json = OptionsJson.Write(sized);
        ImmutableDictionary<string, Setting> known = Known.GetOrAdd(method, SettingsOf);
        foreach (TunedSetting tuned in TaskCatalog.TunedFor(task, preset).Where(tuned => tuned.IsFor(method.Name)))
        {
            // What is tuned for another method's own options says nothing here.
            if (known.TryGetValue(tuned.Path, out Setting? setting))
                SettingsSchema.Set(json, setting, ValueOf(task, setting, tuned));
        }

        return method.Adapt(OptionsJson.Read(json, method));
    }

    private static JsonNode ValueOf(string task, Setting setting, TunedSetting tuned) => setting.TryParse(tuned.Value, out JsonNode? value, out string? error)
        ? value
        : throw new InvalidOperationException($"What is tuned for {task} is wrong: {error}.");

    private static ImmutableDictionary<string, Setting> SettingsOf(LearningMethod method)
    {
        IEnumerable<Setting> common = SettingsSchema.Read("", new TrainingOptions { Task = "", Preset = "", Method = method });
        IEnumerable<Setting> own = method.Options is { } options ? SettingsSchema.Read(options.Group + ".", options) : [];
        return common.Concat(own).ToImmutableDictionary(setting => setting.Path);
    }

    private static int QuestionsOf(TaskPreset preset) => preset switch
    {
        TaskPreset.Tiny => 16,
        TaskPreset.Small => 32,
        TaskPreset.Paper => 64,
        _ => throw new ArgumentOutOfRangeException(nameof(preset), preset, "Not a preset."),
    };

    private static int LayersOf(TaskPreset preset) => preset switch
    {
        TaskPreset.Tiny => 3,
        TaskPreset.Small => 4,
        _ => 6,
    };
}
