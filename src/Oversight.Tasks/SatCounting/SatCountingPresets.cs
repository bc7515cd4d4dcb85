namespace Oversight.Tasks.SatCounting;

/// <summary>The numbers that were tuned for SAT counting.</summary>
internal static class SatCountingPresets
{
    /// <summary>What was tuned for a size.</summary>
    /// <param name="preset">The size.</param>
    public static IEnumerable<TunedSetting> Of(TaskPreset preset) =>
    [
        // What has to be counted lies in no one fact: a sum over all of them.
        new("assistant.layers", "2"),
        new("assistant.width", preset == TaskPreset.Paper ? "128" : "64"),
        new("assistant.counts", "true"),
        new("weak.steps", "300"),
        // X would agree with itself that hardly anything satisfies: adding up counts that are guesses tells nothing.
        new("curriculum.frontier", "0.9", "amplify", "amplify-scripted"),
        .. ManyContexts.Of(preset),
    ];
}
