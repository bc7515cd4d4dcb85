using System.Collections.Immutable;
using Oversight.Runs.Rounds;

namespace Oversight.Reports.Comparisons;

/// <summary>Sorts the distinct runs of one task and size into rows: runs that differ in nothing but their seed stand in one.</summary>
internal static class ComparisonRows
{
    /// <summary>The comparison.</summary>
    /// <param name="runs">Distinct runs, at least one.</param>
    /// <param name="leftOut">Runs that are the same as one of these.</param>
    /// <param name="root">The folder that all runs lie in.</param>
    public static Comparison Of(RecordedRun[] runs, ImmutableArray<LeftOutRun> leftOut, string root)
    {
        ImmutableHashSet<string> common = Common(runs);
        string BySettings(RecordedRun run) => string.Join(' ', SettingsOf(run).Where(setting => !common.Contains(setting)));
        ComparisonRow[] rows =
        [
            .. runs.GroupBy(run => RunSettings.Of(run.Options)).Select(group =>
                Named([.. group.OrderBy(run => run.Options.Seed)], leftOut, BySettings(group.First()))),
        ];
        return new Comparison(runs[0].Task, runs[0].Options.Preset, Sort(TellApart(rows))) { LeftOut = leftOut, Root = root };
    }

    /// <summary>The name that a comparison gave, that of a run left out for being the same included; else what its settings are.</summary>
    private static ComparisonRow Named(ImmutableArray<RecordedRun> runs, ImmutableArray<LeftOutRun> leftOut, string bySettings)
    {
        IEnumerable<RecordedRun> same = leftOut.Select(one => one.Run).Where(one => RunSettings.Equal(one.Options, runs[0].Options));
        string[] given = [.. runs.Concat(same).SelectMany(run => run.Variants ?? []).Distinct()];
        return given.Length == 0
            ? new ComparisonRow(bySettings, runs)
            : new ComparisonRow(given[0], runs) { AlsoCalled = [.. given[1..]] };
    }

    /// <summary>Rows of two comparisons may have the same name and other settings; then the settings stand beside it.</summary>
    private static IEnumerable<ComparisonRow> TellApart(ComparisonRow[] rows)
    {
        foreach (IGrouping<(LearningMethod, string), ComparisonRow> alike in rows.GroupBy(row => (row.Method, row.Variant)))
        {
            ComparisonRow[] some = [.. alike];
            ImmutableHashSet<string> common = Common([.. some.Select(row => row.Runs[0])]);
            foreach (ComparisonRow row in some)
            {
                string own = string.Join(' ', SettingsOf(row.Runs[0]).Where(setting => !common.Contains(setting)));
                yield return some.Length == 1 || own.Length == 0
                    ? row
                    : row with { Variant = row.Variant.Length == 0 ? own : $"{row.Variant} ({own})" };
            }
        }
    }

    /// <summary>The row without a name first, then by the order in which comparisons name them; within a variant by method.</summary>
    private static ImmutableArray<ComparisonRow> Sort(IEnumerable<ComparisonRow> rows) =>
    [
        .. rows.GroupBy(row => row.Variant)
            .OrderBy(group => group.Key.Length > 0)
            .ThenBy(group => group.All(row => row.Runs[0].Variants is null) ? group.Key : "", StringComparer.Ordinal)
            .SelectMany(group => group.OrderBy(row => row.Runs[0].MethodPlace)),
    ];

    private static ImmutableHashSet<string> Common(RecordedRun[] runs) =>
        runs.Select(run => SettingsOf(run).ToImmutableHashSet()).Aggregate((all, one) => all.Intersect(one));

    private static ImmutableArray<string> SettingsOf(RecordedRun run) =>
        SettingDifference.FromPreset(RunSettings.Of(run.Options) with { Seed = run.Options.Seed });
}
