using System.Collections.Immutable;
using Oversight.Runs.Files;

namespace Oversight.Reports.Comparisons;

/// <summary>
/// Finds the folders of runs below a path. A link back to a folder that was visited is not followed, so a folder that holds itself ends.
/// </summary>
internal sealed class RunSearch
{
    private readonly HashSet<string> _visited = [];
    private readonly ImmutableArray<string>.Builder _found = ImmutableArray.CreateBuilder<string>();

    /// <summary>
    /// The folders, in the order of their names; links come after the folders beside them, so that a folder is known by its own name first.
    /// </summary>
    /// <param name="path">A run's folder, or one that holds such folders.</param>
    public static ImmutableArray<string> In(string path)
    {
        var search = new RunSearch();
        search.Visit(path);
        return search._found.ToImmutable();
    }

    private void Visit(string path)
    {
        if (File.Exists(Path.Combine(path, "config.json")))
        {
            // A run that is linked to is named as well, so that a page can say that it is the same one.
            _found.Add(path);
            return;
        }

        if (!Directory.Exists(path) || !_visited.Add(RealPath.Of(path)))
            return;
        string[] folders = [.. Directory.EnumerateDirectories(path).Order(StringComparer.Ordinal)];
        foreach (string folder in folders.OrderBy(IsLink))
            Visit(folder);
    }

    private static bool IsLink(string folder) => new DirectoryInfo(folder).LinkTarget is not null;
}
