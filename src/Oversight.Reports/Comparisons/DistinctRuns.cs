using System.Collections.Immutable;

namespace Oversight.Reports.Comparisons;

/// <summary>
/// Runs of which each counts once. Averages are over these and no others: a copy of a run, a link to it, or the same seed trained again is
/// no new evidence.
/// </summary>
/// <param name="Runs">The runs, in the order in which they came.</param>
/// <param name="LeftOut">The others, each with the run that it is the same as.</param>
public sealed record DistinctRuns(ImmutableArray<RecordedRun> Runs, ImmutableArray<LeftOutRun> LeftOut)
{
    /// <summary>
    /// Sorts runs out. Of those that are the same, one that has ended is kept before one that has not, then the one with more steps, then
    /// the first by name.
    /// </summary>
    /// <param name="runs">The runs.</param>
    public static DistinctRuns Of(IEnumerable<RecordedRun> runs)
    {
        RecordedRun[] given = [.. runs];
        var kept = new List<RecordedRun>();
        var leftOut = new List<LeftOutRun>();
        foreach (RecordedRun run in given
            .OrderByDescending(run => run.Result.IsFinished)
            .ThenByDescending(run => run.Result.Steps)
            .ThenBy(run => run.Folder.FullPath, StringComparer.Ordinal))
        {
            if (kept.FirstOrDefault(other => WhySame(run, other) is not null) is { } same)
                leftOut.Add(new LeftOutRun(run, same, WhySame(run, same)!));
            else
                kept.Add(run);
        }

        return new DistinctRuns(
            [.. given.Where(run => kept.Any(other => ReferenceEquals(run, other)))],
            [.. leftOut.OrderBy(one => Array.FindIndex(given, run => ReferenceEquals(run, one.Run)))]);
    }

    /// <summary>
    /// What makes two runs the same; null if nothing does. Equal weights of equal seeds under settings that differ in more than limits are
    /// two runs: such settings changed nothing, which is a finding, and they stand in rows of their own.
    /// </summary>
    private static string? WhySame(RecordedRun run, RecordedRun other)
    {
        if (run.RealPath == other.RealPath)
            return "the same folder";
        bool sameSeed = run.Options.Seed == other.Options.Seed;
        if (sameSeed && RunSettings.Equal(run.Options, other.Options))
            return "the same settings and seed";
        bool sameWeights = run.Result.Weights.Length > 0 && run.Result.Weights == other.Result.Weights;
        return sameWeights && (!sameSeed || RunSettings.EqualButForLimits(run.Options, other.Options)) ? "the same weights" : null;
    }
}
