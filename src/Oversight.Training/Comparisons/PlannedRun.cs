using Oversight.Training.Options;
using Oversight.Training.Runs;

namespace Oversight.Training.Comparisons;

/// <summary>A run that a comparison needs.</summary>
/// <param name="Folder">Where it stands or will stand.</param>
/// <param name="Variant">The variant's name; empty for none.</param>
/// <param name="Options">What it does.</param>
public sealed record PlannedRun(string Folder, string Variant, TrainingOptions Options)
{
    /// <summary>How far it is.</summary>
    /// <param name="error">Why its folder must not be touched, one line; null unless it is <see cref="PlannedRunState.Blocked"/>.</param>
    public PlannedRunState State(out string? error)
    {
        error = null;
        if (!Directory.Exists(Folder) || !Directory.EnumerateFileSystemEntries(Folder).Any())
            return PlannedRunState.New;
        if (!RunFolder.TryOpen(Folder, out RunFolder? folder, out TrainingOptions? found, out error))
            return PlannedRunState.Blocked;
        if (found == Options)
            return File.Exists(folder.ResultFile) && IsFinished() ? PlannedRunState.Finished : PlannedRunState.Unfinished;
        error = $"'{Folder}' holds a run with other settings ({Difference(found)}); give another folder with --out, or take it away";
        return PlannedRunState.Blocked;
    }

    private bool IsFinished() => RecordedRun.TryOpen(Folder, out RecordedRun? run, out _) && run.Result.IsFinished;

    private string Difference(TrainingOptions found)
    {
        (string path, string value) = SettingDifference.All(found).Except(SettingDifference.All(Options)).First();
        string wanted = SettingDifference.All(Options).First(setting => setting.Path == path).Value;
        return $"{path} is {value} there, {wanted} here";
    }
}
