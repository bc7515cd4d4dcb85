using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Oversight.Reports.Comparisons;
using Oversight.Runs.Files;
using Oversight.Runs.Folders;
using Oversight.Runs.Settings;

namespace Oversight.Reports.Pages;

/// <summary>Writes runs as one page that needs nothing else: no network, no script.</summary>
public static class ReportFile
{
    /// <summary>The page's name where none is given.</summary>
    public const string UsualName = RunFolder.ReportName;

    /// <summary>Writes the page of a run into its folder.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="error">What the disk refused, one line; what was there before is untouched.</param>
    public static bool TryWrite(RunFolder folder, [NotNullWhen(false)] out string? error) =>
        TryWrite(() => folder.WriteReport(PageOf([folder.FullPath], folder.Schema)), folder.ReportFile, out error);

    /// <summary>Writes the page of some runs; those that cannot be read are left out.</summary>
    /// <param name="folders">The runs' folders.</param>
    /// <param name="schema">The settings there are.</param>
    /// <param name="file">The file.</param>
    /// <param name="error">What the disk refused, one line; what was there before is untouched.</param>
    public static bool TryWrite(IReadOnlyList<string> folders, SettingsSchema schema, string file, [NotNullWhen(false)] out string? error) =>
        TryWrite(() => AtomicFile.Write(DiskFileSystem.Instance, Path.GetFullPath(file), PageOf(folders, schema)), file, out error);

    /// <summary>Writes the page of comparisons that were read before.</summary>
    /// <param name="comparisons">What it shows.</param>
    /// <param name="file">The file.</param>
    /// <param name="error">What the disk refused, one line; what was there before is untouched.</param>
    public static bool TryWrite(ImmutableArray<Comparison> comparisons, string file, [NotNullWhen(false)] out string? error) =>
        TryWrite(
            () => AtomicFile.Write(DiskFileSystem.Instance, Path.GetFullPath(file), new ReportPage(comparisons).Write()), file, out error);

    /// <summary>The page's text.</summary>
    /// <param name="folders">The runs' folders.</param>
    /// <param name="schema">The settings there are.</param>
    public static string PageOf(IReadOnlyList<string> folders, SettingsSchema schema)
    {
        var runs = new List<RecordedRun>();
        foreach (string folder in folders)
        {
            if (RecordedRun.TryOpen(folder, schema, out RecordedRun? run, out _))
                runs.Add(run);
        }

        return new ReportPage(Comparison.Of(runs)).Write();
    }

    private static bool TryWrite(Action write, string file, [NotNullWhen(false)] out string? error)
    {
        error = null;
        try
        {
            write();
        }
        catch (Exception exception) when (DiskTrouble.Is(exception))
        {
            error = $"the report '{file}' could not be written: {DiskTrouble.Line(exception)}";
        }

        return error is null;
    }
}
