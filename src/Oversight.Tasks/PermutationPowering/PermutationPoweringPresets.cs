namespace Oversight.Tasks.PermutationPowering;

/// <summary>The numbers that were tuned for permutation powering.</summary>
internal static class PermutationPoweringPresets
{
    /// <summary>
    /// A chain of look-ups needs a layer a link. X starts near the answer, so that its steps are noise to be averaged over. It learns in some 150 steps: a curve
    /// needs more points than for the other tasks.
    /// </summary>
    public static IEnumerable<TunedSetting> All { get; } =
    [
        new("teacher.horizon", "10"),
        new("teacher.share", "0"),
        new("evaluation.every", "10"),
    ];
}
