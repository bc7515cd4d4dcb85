using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Oversight.Laws;

/// <summary>The diff that a page shows, as far as a test needs it.</summary>
/// <param name="Added">Every file that it adds, with its text.</param>
/// <param name="Changed">Every file that it changes, with the places where it does.</param>
internal sealed partial record PageDiff(
    ImmutableSortedDictionary<string, string> Added, ImmutableSortedDictionary<string, ImmutableArray<PageDiff.Hunk>> Changed)
{
    /// <summary>Reads the one block of a page that is marked as a diff.</summary>
    /// <param name="page">The page, in Markdown.</param>
    public static PageDiff In(string page)
    {
        string[] files = Header().Split(Block().Matches(page).Single().Groups["diff"].Value)[1..];
        ILookup<bool, string> isAdded = files.ToLookup(file => file.Contains("\n--- /dev/null\n", StringComparison.Ordinal));
        return new PageDiff(
            isAdded[true].ToImmutableSortedDictionary(PathOf, file => HunksOf(file).Single().After),
            isAdded[false].ToImmutableSortedDictionary(PathOf, HunksOf));
    }

    private static string PathOf(string file) => NewPath().Match(file).Groups["path"].Value;

    private static ImmutableArray<Hunk> HunksOf(string file) =>
        [.. HunkHeader().Split(file)[1..].Select(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(HunkOf)];

    private static Hunk HunkOf(string[] lines) => new(TextOf(lines, " -"), TextOf(lines, " +"));

    private static string TextOf(string[] lines, string marks) =>
        string.Concat(lines.Where(line => marks.Contains(line[0], StringComparison.Ordinal)).Select(line => line[1..] + "\n"));

    [GeneratedRegex(@"^```diff\n(?<diff>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^diff --git .*$", RegexOptions.Multiline)]
    private static partial Regex Header();

    [GeneratedRegex(@"^\+\+\+ b/(?<path>.*)$", RegexOptions.Multiline)]
    private static partial Regex NewPath();

    [GeneratedRegex("^@@ .*\n", RegexOptions.Multiline)]
    private static partial Regex HunkHeader();

    /// <summary>A place that is changed: its lines before and after, those around it included.</summary>
    /// <param name="Before">Before.</param>
    /// <param name="After">After.</param>
    internal sealed record Hunk(string Before, string After);
}
