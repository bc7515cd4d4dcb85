namespace Oversight.Tasks.ShortestPath;

/// <summary>The numbers that were tuned for shortest path.</summary>
internal static class ShortestPathPresets
{
    /// <summary>What was tuned for a size.</summary>
    /// <param name="preset">The size.</param>
    public static IEnumerable<TunedSetting> Of(TaskPreset preset) =>
    [
        new("assistant.layers", preset switch { TaskPreset.Tiny => "6", TaskPreset.Small => "8", _ => "12" }),
        new("assistant.width", preset switch { TaskPreset.Tiny => "128", TaskPreset.Small => "160", _ => "320" }),
        new("assistant.shared", "lookups"),
        new("assistant.epsilon", "0.00001"),
        new("teacher.horizon", "20"),
        new("teacher.share", "0.03"),
        // H takes idk for "there is no way", so an X that abstains would be taught that there is none.
        new("amplify.abstainBelow", "0"),
        new("human.initial", "500"),
        new("human.rate", "100"),
        new("human.unlike", "0.5"),
        new("human.queries", "1000", "self-amplification"),
        new("weak.steps", "300"),
        .. HumanModel,
        .. preset == TaskPreset.Paper ? Large : Smaller(preset),
    ];

    /// <summary>
    /// In a dialogue of some fifty symbols a loss that is small a symbol is still a mistake in one dialogue of twenty, so H' never idles; to compare what it was told in
    /// up to nine exchanges it needs a layer to find it and one to compare it. An average over steps does not err in another dialogue at each of them. An X that begins
    /// to learn from an H' who errs is soon so sure of it that it stands still for hundreds of steps; it waits for a better one.
    /// </summary>
    private static IEnumerable<TunedSetting> HumanModel =>
    [
        new("humanModel.layers", "2"),
        new("humanModel.heads", "4"),
        new("humanModel.stepsPerRound", "4"),
        new("humanModel.readyBelow", "0.003"),
        new("humanModel.idleBelow", "0"),
        new("humanModel.enough", "0.98"),
        new("humanModel.horizon", "50"),
    ];

    /// <summary>
    /// In the largest graphs most questions are farther than X knows at first, and all of them have the target "there is no way": it must not drown the others. An X that
    /// was taught so for hundreds of steps does not learn better any more; a new one does.
    /// </summary>
    private static IEnumerable<TunedSetting> Large =>
    [
        new("assistant.rate", "0.0005"),
        new("assistant.coolAfter", "300"),
        new("assistant.anewEvery", "300", "amplify", "amplify-scripted"),
        new("assistant.anewUntil", "1500", "amplify", "amplify-scripted"),
        new("amplify.nothingWeight", "0.25"),
        new("amplify.nothingUntil", "1200"),
        new("human.least", "10"),
    ];

    private static IEnumerable<TunedSetting> Smaller(TaskPreset preset) =>
    [
        new("assistant.rate", "0.0006"),
        new("assistant.coolAfter", "600"),
        .. ManyContexts.Of(preset),
    ];
}
