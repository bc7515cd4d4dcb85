using System.Text.Json.Nodes;
using Oversight.Runs.Rounds;

namespace Oversight.Runs.Settings;

/// <summary>The first setting in which two sets of options differ.</summary>
/// <param name="Path">Its name.</param>
/// <param name="One">Its value in the one.</param>
/// <param name="Other">Its value in the other.</param>
public sealed record OptionsDifference(string Path, string One, string Other)
{
    /// <summary>Compares options.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    /// <returns>The first difference, or null.</returns>
    public static OptionsDifference? First(TrainingOptions one, TrainingOptions other) => First(OptionsJson.Write(one), OptionsJson.Write(other), "");

    /// <summary>Compares options, but for how long the run goes on and how often it is saved.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    /// <returns>The first difference that makes it another run, or null.</returns>
    public static OptionsDifference? FirstOfRun(TrainingOptions one, TrainingOptions other) => First(WithoutLimits(one), WithoutLimits(other));

    /// <summary>Options with the usual values for all that may change when a run is resumed: how long it goes on, and how often it is saved.</summary>
    /// <param name="options">The options.</param>
    public static TrainingOptions WithoutLimits(TrainingOptions options)
    {
        var usual = new TrainingOptions { Task = options.Task, Preset = options.Preset, Method = options.Method };
        return options with
        {
            Steps = usual.Steps,
            Until = usual.Until,
            Minutes = usual.Minutes,
            Checkpoint = options.Checkpoint with { Seconds = usual.Checkpoint.Seconds },
        };
    }

    private static OptionsDifference? First(JsonObject one, JsonObject other, string prefix)
    {
        foreach ((string name, JsonNode? value) in one)
        {
            OptionsDifference? difference = value is JsonObject group
                ? First(group, other[name]!.AsObject(), $"{prefix}{name}.")
                : Compare(prefix + name, value, other[name]);
            if (difference is not null)
                return difference;
        }

        return null;
    }

    private static OptionsDifference? Compare(string path, JsonNode? one, JsonNode? other) =>
        JsonNode.DeepEquals(one, other)
            ? null
            : new OptionsDifference(path, Setting.Show(path, one), Setting.Show(path, other));
}
