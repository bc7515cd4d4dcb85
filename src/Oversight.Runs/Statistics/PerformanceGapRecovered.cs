namespace Oversight.Runs.Statistics;

/// <summary>
/// PGR (Burns et al. 2023): (student - floor) / (ceiling - floor), where the floor is the weak supervisor's own score. There is no value where the gap is too small to mean anything:
/// then a few right answers more or less would move the ratio anywhere.
/// </summary>
/// <param name="Ratio">The ratio with its interval over seeds; null where it is refused.</param>
/// <param name="Gap">Ceiling minus floor with its interval.</param>
/// <param name="Refusal">Why there is no ratio, one line; null where there is one.</param>
public sealed record PerformanceGapRecovered(Estimate? Ratio, Estimate Gap, string? Refusal)
{
    /// <summary>The smallest gap that a ratio is given for.</summary>
    public const double SmallestGap = 0.03;

    /// <summary>Works it out from one value a seed of each.</summary>
    /// <param name="student">The student's accuracy.</param>
    /// <param name="floor">The weak supervisor's.</param>
    /// <param name="ceiling">That of the student trained on the truth.</param>
    public static PerformanceGapRecovered Of(IReadOnlyList<double> student, IReadOnlyList<double> floor, IReadOnlyList<double> ceiling)
    {
        Estimate gap = Estimate.OverSeeds([.. ceiling.Zip(floor, (high, low) => high - low)]);
        if (gap.Mean < SmallestGap)
            return new PerformanceGapRecovered(null, gap, $"the ceiling is only {FigureText.Number(gap.Mean)} above the floor; {SmallestGap} is the least");
        if (gap.HasInterval && gap.Low <= 0)
            return new PerformanceGapRecovered(null, gap, "the interval of ceiling minus floor reaches zero");
        // The mean gap of all seeds is divided by, so that no seed with a small gap of its own decides.
        double[] gains = [.. student.Zip(floor, (high, low) => (high - low) / gap.Mean)];
        return new PerformanceGapRecovered(Estimate.OverSeeds(gains), gap, null);
    }
}
