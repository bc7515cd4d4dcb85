using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Oversight.Laws;

/// <summary>A file of source, as far as the laws about folders look at it.</summary>
/// <param name="Path">Its path below <c>src</c>, with slashes.</param>
/// <param name="Namespace">The namespace of what it holds.</param>
/// <param name="Code">Its text without comments.</param>
internal sealed partial record SourceFile(string Path, string Namespace, string Code)
{
    private const string Root = "Oversight.";

    /// <summary>The project that it belongs to.</summary>
    public string Project => Path.Split('/')[0];

    /// <summary>The folder of the project that it lies in; empty for the project itself.</summary>
    public string Folder => Path.Split('/') is [_, var folder, _, ..] ? folder : "";

    /// <summary>Every folder of its own project that it names, by a using or in full.</summary>
    public ImmutableSortedSet<string> FoldersNamed =>
    [
        .. Named().Matches(Code)
            .Where(match => Root + match.Groups["project"].Value == Project)
            .Select(match => match.Groups["folder"].Value)
            .Where(folder => folder != Folder),
    ];

    /// <summary>The files of a project.</summary>
    /// <param name="project">Its name.</param>
    public static ImmutableArray<SourceFile> In(string project) => [.. ReadAll(System.IO.Path.Combine(Repository.Source, project)).OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>A file as it would be with that text.</summary>
    /// <param name="path">Its path below <c>src</c>.</param>
    /// <param name="text">The text.</param>
    public static SourceFile Of(string path, string text) =>
        new(path, Declared().Match(text) is { Success: true } declared ? declared.Groups["name"].Value : "", Comment().Replace(text, ""));

    private static IEnumerable<SourceFile> ReadAll(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        let path = System.IO.Path.GetRelativePath(Repository.Source, file).Replace('\\', '/')
        where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
        select Of(path, File.ReadAllText(file));

    [GeneratedRegex(@"\bOversight\.(?<project>\w+)\.(?<folder>\w+)")]
    private static partial Regex Named();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"//.*$|^namespace .*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
