namespace Oversight.Reports.Comparisons;

/// <summary>What the folders of runs are called on a page: their paths below the folder that they all lie in.</summary>
internal static class RunNames
{
    /// <summary>The folder that all runs lie in.</summary>
    public static string RootOf(IReadOnlyList<RecordedRun> runs)
    {
        string? root = runs.Count == 0 ? null : Path.GetDirectoryName(runs[0].Folder.FullPath);
        while (root is not null && !runs.All(run => IsIn(root, run.Folder.FullPath)))
            root = Path.GetDirectoryName(root);
        return root ?? "";
    }

    /// <summary>A run's name.</summary>
    public static string Of(string root, RecordedRun run)
    {
        string path = run.Folder.FullPath;
        return root.Length > 0 && IsIn(root, path)
            ? Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/')
            : Path.GetFileName(path);
    }

    private static bool IsIn(string folder, string path) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
