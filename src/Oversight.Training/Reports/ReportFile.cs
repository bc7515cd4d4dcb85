using Oversight.Training.Checkpoints;
using Oversight.Training.Comparisons;
using Oversight.Training.Runs;

namespace Oversight.Training.Reports;

/// <summary>Writes runs as one page that needs nothing else: no network, no script.</summary>
public static class ReportFile
{
    /// <summary>The page's name where none is given.</summary>
    public const string UsualName = "report.html";

    /// <summary>Writes the page of some runs; those that cannot be read are left out.</summary>
    /// <param name="folders">The runs' folders.</param>
    /// <param name="file">The file.</param>
    public static void Write(IReadOnlyList<string> folders, string file) =>
        AtomicFile.Write(DiskFileSystem.Instance, Path.GetFullPath(file), PageOf(folders));

    /// <summary>The page's text.</summary>
    /// <param name="folders">The runs' folders.</param>
    public static string PageOf(IReadOnlyList<string> folders)
    {
        var runs = new List<RecordedRun>();
        foreach (string folder in folders)
        {
            if (RecordedRun.TryOpen(folder, out RecordedRun? run, out _))
                runs.Add(run);
        }

        return new ReportPage(Comparison.Of(runs)).Write();
    }
}
