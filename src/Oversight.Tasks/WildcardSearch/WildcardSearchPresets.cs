namespace Oversight.Tasks.WildcardSearch;

/// <summary>The numbers that were tuned for wildcard search.</summary>
internal static class WildcardSearchPresets
{
    /// <summary>What was tuned for a size.</summary>
    /// <param name="preset">The size.</param>
    public static IEnumerable<TunedSetting> Of(TaskPreset preset) =>
    [
        new("assistant.layers", preset == TaskPreset.Tiny ? "4" : "6"),
        new("assistant.width", preset == TaskPreset.Paper ? "128" : "64"),
        // H adds up numbers to 64: H' needs thousands of sums.
        new("human.initial", preset == TaskPreset.Paper ? "3000" : "1000"),
        new("human.rate", "10"),
    ];
}
