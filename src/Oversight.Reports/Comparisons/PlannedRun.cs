using System.Collections.Immutable;
using Oversight.Runs.Folders;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;

namespace Oversight.Reports.Comparisons;

/// <summary>A run that a comparison needs.</summary>
/// <param name="Folder">Where it stands or will stand.</param>
/// <param name="Variant">The variant's name; empty for none.</param>
/// <param name="Options">What it does.</param>
public sealed record PlannedRun(string Folder, string Variant, TrainingOptions Options)
{
    /// <summary>Other variants that come to the same settings: they are shown with this run's figures and not trained again.</summary>
    public ImmutableArray<string> AlsoCalled { get; init; } = [];

    /// <summary>Every name under which the run stands in the comparison.</summary>
    public ImmutableArray<string> Names => [Variant, .. AlsoCalled];

    /// <summary>Runs of which no two would come to the same: each is planned once, under all its names.</summary>
    /// <param name="runs">The runs as they were asked for.</param>
    public static ImmutableArray<PlannedRun> Distinct(IEnumerable<PlannedRun> runs) =>
    [
        .. runs.GroupBy(run => (RunSettings.Of(run.Options), run.Options.Seed)).Select(same => same.First() with
        {
            AlsoCalled = [.. same.Select(run => run.Variant).Distinct().Where(name => name != same.First().Variant)],
        }),
    ];

    /// <summary>How far it is.</summary>
    /// <param name="schema">The settings there are.</param>
    /// <param name="error">Why its folder must not be touched, one line; null unless it is <see cref="PlannedRunState.Blocked"/>.</param>
    public PlannedRunState State(SettingsSchema schema, out string? error)
    {
        error = null;
        if (!Directory.Exists(Folder) || !Directory.EnumerateFileSystemEntries(Folder).Any())
            return PlannedRunState.New;
        if (!RunFolder.TryOpen(Folder, schema, out RunFolder? folder, out TrainingOptions? found, out error))
            return PlannedRunState.Blocked;
        if (found == Options)
            return File.Exists(folder.ResultFile) && IsFinished(schema) ? PlannedRunState.Finished : PlannedRunState.Unfinished;
        error = $"'{Folder}' holds a run with other settings ({Difference(found)}); give another folder with --out, or take it away";
        return PlannedRunState.Blocked;
    }

    private bool IsFinished(SettingsSchema schema) => RecordedRun.TryOpen(Folder, schema, out RecordedRun? run, out _) && run.Result.IsFinished;

    private string Difference(TrainingOptions found)
    {
        (string path, string value) = SettingDifference.All(found).Except(SettingDifference.All(Options)).First();
        string wanted = SettingDifference.All(Options).First(setting => setting.Path == path).Value;
        return $"{path} is {value} there, {wanted} here";
    }
}
