using System.Text.RegularExpressions;

namespace Oversight.Laws;

/// <summary>What the documents point to is there.</summary>
public sealed partial class DocumentLinkTests
{
    private static readonly string Repository = FindRepository();

    public static TheoryData<string> Documents =>
    [
        .. Directory.EnumerateFiles(Repository, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository, path)),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_OfADocument_LeadToFilesAndHeadingsThatExist(string document)
    {
        string path = Path.Combine(Repository, document);
        foreach (Match link in Link().Matches(File.ReadAllText(path)))
        {
            string[] target = link.Groups["target"].Value.Split('#');
            string file = target[0].Length == 0 ? path : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, target[0]));
            Assert.True(File.Exists(file) || Directory.Exists(file), $"{document} points to {link.Groups["target"].Value}, which is not there.");
            if (target.Length > 1 && file.EndsWith(".md", StringComparison.Ordinal))
                Assert.True(Anchors(file).Contains(target[1]), $"{document} points to #{target[1]}, which is no heading of {Path.GetRelativePath(Repository, file)}.");
        }
    }

    /// <summary>The anchors of a document's headings: lower case, blanks become hyphens, other signs vanish.</summary>
    private static HashSet<string> Anchors(string file) =>
        [.. File.ReadLines(file).Where(line => line.StartsWith('#')).Select(line => Sign().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'))];

    [GeneratedRegex(@"\]\((?!https?://|mailto:)(?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\p{L}\p{N} \-_]")]
    private static partial Regex Sign();

    private static string FindRepository()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Oversight.slnx")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException($"{AppContext.BaseDirectory} is not inside the repository.");
    }
}
