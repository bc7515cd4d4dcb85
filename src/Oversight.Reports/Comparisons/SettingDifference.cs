using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Tasks;

namespace Oversight.Reports.Comparisons;

/// <summary>What a run's settings are and where they differ from those of its preset.</summary>
public static class SettingDifference
{
    private static readonly ImmutableHashSet<string> Names = ["task", "preset", "method", "seed"];

    /// <summary>Every <c>name=value</c> that is not what the task, the preset and the method would have, in the order of the options.</summary>
    /// <param name="options">The options.</param>
    public static ImmutableArray<string> FromPreset(TrainingOptions options)
    {
        Dictionary<string, string> usual = All(Usual(options)).ToDictionary(setting => setting.Path, setting => setting.Value);
        return [.. All(options).Where(setting => !Names.Contains(setting.Path) && usual[setting.Path] != setting.Value).Select(setting => $"{setting.Path}={setting.Value}")];
    }

    /// <summary>Every setting with its value, in the order of the options.</summary>
    /// <param name="options">The options.</param>
    public static IEnumerable<(string Path, string Value)> All(TrainingOptions options) => Flatten("", OptionsJson.Write(options));

    /// <summary>The options of the same task, preset, method and seed where nothing is set.</summary>
    /// <param name="options">The options.</param>
    public static TrainingOptions Usual(TrainingOptions options) =>
        Presets.Create(options.Task, Enum.Parse<TaskPreset>(options.Preset, ignoreCase: true), options.Method) with { Seed = options.Seed };

    private static IEnumerable<(string Path, string Value)> Flatten(string prefix, JsonObject json) => json.SelectMany(pair => pair.Value is JsonObject group
        ? Flatten($"{prefix}{pair.Key}.", group)
        : [(prefix + pair.Key, Setting.Show(prefix + pair.Key, pair.Value))]);
}
