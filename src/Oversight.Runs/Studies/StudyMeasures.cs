using System.Collections.Immutable;
using Oversight.Runs.Statistics;

namespace Oversight.Runs.Studies;

/// <summary>The measures of a study, seed by seed.</summary>
/// <param name="seeds">For each seed what was measured.</param>
public sealed class StudyMeasures(ImmutableArray<ImmutableArray<Measure>> seeds)
{
    /// <summary>How many seeds there are.</summary>
    public int Seeds => seeds.Length;

    /// <summary>Where a series was measured, in ascending order.</summary>
    /// <param name="series">The series.</param>
    public double[] PlacesOf(string series) => [.. seeds[0].Where(one => one.Series == series).Select(one => one.X).Distinct().Order()];

    /// <summary>One value a seed.</summary>
    /// <param name="series">The series.</param>
    /// <param name="x">Where.</param>
    public double[] At(string series, double x) =>
        [.. seeds.Select(seed => seed.Where(one => one.Series == series && one.X.Equals(x)).Select(one => one.Value).DefaultIfEmpty(double.NaN).Last())];

    /// <summary>One value a seed, at the last place.</summary>
    /// <param name="series">The series.</param>
    public double[] Last(string series) => At(series, PlacesOf(series)[^1]);

    /// <summary>The mean over seeds with its interval, in which shares carry what they rest on within a seed.</summary>
    /// <param name="series">The series.</param>
    /// <param name="x">Where.</param>
    public Estimate EstimateAt(string series, double x) =>
        EvidenceAt(series, x) is { } shares ? Estimate.OfShares(shares) : Estimate.OverSeeds(At(series, x));

    /// <summary>The same at the last place.</summary>
    /// <param name="series">The series.</param>
    public Estimate EstimateLast(string series) => EstimateAt(series, PlacesOf(series)[^1]);

    /// <summary>The difference of two series at a place, paired by seed, with its interval.</summary>
    /// <param name="series">The one.</param>
    /// <param name="other">The one taken off.</param>
    /// <param name="x">Where.</param>
    public Estimate EstimateDifference(string series, string other, double x) =>
        EvidenceAt(series, x) is { } left && EvidenceAt(other, x) is { } right
            ? Estimate.PairedDifference(left, right)
            : Estimate.OverSeeds(Difference(series, other, x));

    /// <summary>The same at the last place of the first series.</summary>
    /// <param name="series">The one.</param>
    /// <param name="other">The one taken off.</param>
    public Estimate EstimateLastDifference(string series, string other) => EstimateDifference(series, other, PlacesOf(series)[^1]);

    /// <summary>What the shares of a series rest on, one a seed; null where a seed does not say.</summary>
    private ShareEvidence[]? EvidenceAt(string series, double x)
    {
        ShareEvidence?[] found =
        [
            .. seeds.Select(seed => seed.Where(one => one.Series == series && one.X.Equals(x)).Select(one => one.Evidence).LastOrDefault()),
        ];
        return found.Length == 0 || found.Contains(null) ? null : [.. found.Select(one => one!.Value)];
    }

    /// <summary>For each seed the difference of two series at a place.</summary>
    /// <param name="series">The one.</param>
    /// <param name="other">The one taken off.</param>
    /// <param name="x">Where.</param>
    public double[] Difference(string series, string other, double x) => [.. At(series, x).Zip(At(other, x), (a, b) => a - b)];
}
