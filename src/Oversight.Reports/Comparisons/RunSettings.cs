using Oversight.Runs.Options;
using Oversight.Runs.Rounds;

namespace Oversight.Reports.Comparisons;

/// <summary>
/// Tells settings apart by what they can do to a result: how often a run is saved does nothing, and the seed is no setting.
/// </summary>
internal static class RunSettings
{
    /// <summary>Options that are equal where two runs differ in nothing but their seed.</summary>
    public static TrainingOptions Of(TrainingOptions options) =>
        options with { Seed = 0, Checkpoint = options.Checkpoint with { Seconds = new CheckpointOptions().Seconds } };

    /// <summary>Whether two runs differ in nothing but their seed.</summary>
    public static bool Equal(TrainingOptions one, TrainingOptions other) => Of(one) == Of(other);

    /// <summary>Whether two runs differ in nothing but their seed and when they were to end.</summary>
    public static bool EqualButForLimits(TrainingOptions one, TrainingOptions other) =>
        Equal(one, other with { Steps = one.Steps, Until = one.Until, Minutes = one.Minutes });
}
