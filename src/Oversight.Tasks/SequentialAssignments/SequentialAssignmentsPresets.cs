namespace Oversight.Tasks.SequentialAssignments;

/// <summary>The numbers that were tuned for sequential assignments.</summary>
internal static class SequentialAssignmentsPresets
{
    /// <summary>What was tuned for a size.</summary>
    /// <param name="preset">The size.</param>
    /// <param name="adds">Whether f is addition rather than a table.</param>
    public static IEnumerable<TunedSetting> Of(TaskPreset preset, bool adds) =>
    [
        // A link has operands to look up first, so two layers each.
        new("assistant.layers", preset switch { TaskPreset.Tiny => "10", TaskPreset.Small => "16", _ => "24" }),
        new("assistant.width", preset == TaskPreset.Paper ? "160" : "128"),
        new("assistant.rate", "0.0005"),
        new("weak.steps", "300"),
        .. adds ? Sums(preset) : Tables(preset),
    ];

    /// <summary>What is looked up is the same at every level. Long chains drift unless steps shrink with the gradient and with time.</summary>
    private static IEnumerable<TunedSetting> Tables(TaskPreset preset) =>
    [
        .. preset == TaskPreset.Paper ? (TunedSetting[])[new("human.initial", "1000"), new("human.rate", "3")] : [],
        new("human.queries", preset == TaskPreset.Paper ? "2000" : "600", "self-amplification"),
        new("assistant.shared", "all"),
        new("assistant.epsilon", "0.00001"),
        new("assistant.coolAfter", "300"),
    ];

    /// <summary>What has to be added needs an MLP a layer, and H' thousands of sums.</summary>
    private static IEnumerable<TunedSetting> Sums(TaskPreset preset) =>
    [
        new("assistant.shared", "lookups"),
        new("assistant.coolAfter", "1000"),
        new("assistant.enough", "0.6"),
        new("human.initial", "1000"),
        new("human.rate", "30"),
        new("human.queries", "2000", "self-amplification"),
        new("humanModel.stepsPerRound", "4"),
        new("humanModel.idleBelow", "0"),
        new("humanModel.enough", "0.98"),
        new("humanModel.horizon", "50"),
        .. ManyContexts.Of(preset),
    ];
}
