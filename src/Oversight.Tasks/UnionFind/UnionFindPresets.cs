namespace Oversight.Tasks.UnionFind;

/// <summary>The numbers that were tuned for union-find.</summary>
internal static class UnionFindPresets
{
    /// <summary>What was tuned for a size.</summary>
    /// <param name="preset">The size.</param>
    public static IEnumerable<TunedSetting> Of(TaskPreset preset) =>
    [
        // A link has operands to look up first, so two layers each. Long chains drift unless steps shrink with the gradient and with time.
        new("assistant.layers", preset switch { TaskPreset.Tiny => "8", TaskPreset.Small => "14", _ => "20" }),
        new("assistant.width", preset == TaskPreset.Paper ? "160" : "128"),
        new("assistant.shared", "all"),
        new("assistant.rate", "0.0005"),
        new("assistant.epsilon", "0.00001"),
        new("assistant.coolAfter", "1000"),
        // H compares what they were told in up to nine exchanges: H' must see them again and again as X gets further, and never idles.
        new("human.initial", "500"),
        new("human.rate", "100"),
        new("human.queries", "1000", "self-amplification"),
        new("humanModel.layers", "2"),
        new("humanModel.heads", "4"),
        new("humanModel.stepsPerRound", "4"),
        new("humanModel.idleBelow", "0"),
        new("weak.steps", "300"),
        // The largest was learned with sub-answers that are drawn.
        .. preset == TaskPreset.Paper ? (TunedSetting[])[new("amplify.sample", "true")] : [],
    ];
}
