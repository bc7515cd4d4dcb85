using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Oversight.Runs.Files;

namespace Oversight.Reports.Comparisons;

/// <summary>What a comparison leaves beside its runs: <c>compare.json</c> and <c>compare.md</c>, each there whole or as it was before.</summary>
public static class ComparisonFiles
{
    /// <summary>Writes them.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="comparisons">What they tell.</param>
    /// <param name="error">What the disk refused, one line.</param>
    public static bool TryWrite(string folder, ImmutableArray<Comparison> comparisons, [NotNullWhen(false)] out string? error)
    {
        error = null;
        string parent = Path.GetFullPath(folder);
        try
        {
            AtomicFile.Write(DiskFileSystem.Instance, Path.Combine(parent, "compare.json"), ComparisonJson.Print(comparisons));
            AtomicFile.Write(DiskFileSystem.Instance, Path.Combine(parent, "compare.md"), ComparisonMarkdown.Write(comparisons));
        }
        catch (Exception exception) when (DiskTrouble.Is(exception))
        {
            error = $"the tables in '{folder}' could not be written: {DiskTrouble.Line(exception)}";
        }

        return error is null;
    }
}
