namespace Oversight.Tasks;

/// <summary>
/// Batches of many contexts with few questions each. Of what one fact tells there is much to learn in one context; of what many tell together, a graph, a formula or
/// a chain of sums, there is more in four times as many, and X moves on from level to level in fewer steps. Evaluations need as many questions in all.
/// </summary>
internal static class ManyContexts
{
    /// <summary>The settings of a size.</summary>
    /// <param name="preset">The size.</param>
    public static IEnumerable<TunedSetting> Of(TaskPreset preset) =>
    [
        new("batch.contexts", "32"),
        new("batch.questions", preset switch { TaskPreset.Tiny => "4", TaskPreset.Small => "8", _ => "16" }),
        new("evaluation.contexts", "64"),
        new("evaluation.finalContexts", "400"),
    ];
}
