using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Oversight.Laws;

/// <summary>Folders of a project stand one on another as docs/architecture.md draws them: a file names lower folders only, so there is no cycle.</summary>
public sealed partial class FolderLawTests
{
    /// <summary>Every project whose folders are drawn, with its folders from the bottom up.</summary>
    private static readonly ImmutableSortedDictionary<string, ImmutableArray<string>> Drawn = ReadDrawing();

    public static TheoryData<string> Projects => [.. Drawn.Keys];

    [Theory]
    [InlineData("Oversight.Learning")]
    [InlineData("Oversight.Runs")]
    [InlineData("Oversight.Reports")]
    public void Drawing_OfALayeredProject_IsInTheDocument(string project) => Assert.Contains(project, Drawn.Keys);

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_OfADrawnProject_AreThoseOfTheDrawing(string project)
    {
        IEnumerable<string> there = SourceFile.In(project).Select(file => file.Folder).Where(folder => folder.Length > 0).Distinct();
        Assert.Equal(Drawn[project].Order(StringComparer.Ordinal), there.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void References_BetweenFolders_PointDownOnly(string project) =>
        Assert.Empty(SourceFile.In(project).SelectMany(file => Upward(file, Drawn[project])));

    [Fact]
    public void References_UpwardOnesPutIn_AreFound()
    {
        ImmutableArray<string> order = ["Files", "Rounds", "Folders"];
        SourceFile upward = SourceFile.Of("Oversight.Runs/Files/Planted.cs", "using Oversight.Runs.Folders;\n\nnamespace Oversight.Runs.Files;\n");
        SourceFile inFull = SourceFile.Of("Oversight.Runs/Files/Planted.cs", "namespace Oversight.Runs.Files;\nvar x = Oversight.Runs.Rounds.Price.None;\n");
        SourceFile told = SourceFile.Of("Oversight.Runs/Files/Planted.cs", "namespace Oversight.Runs.Files;\n// See Oversight.Runs.Rounds.\n");
        SourceFile downward = SourceFile.Of("Oversight.Runs/Folders/Planted.cs", "using Oversight.Runs.Files;\n\nnamespace Oversight.Runs.Folders;\n");
        Assert.Single(Upward(upward, order));
        Assert.Single(Upward(inFull, order));
        Assert.Empty(Upward(told, order));
        Assert.Empty(Upward(downward, order));
    }

    /// <summary>A file's namespace is its folder; otherwise it would see its neighbours without naming them.</summary>
    [Theory]
    [MemberData(nameof(Projects))]
    [InlineData("Oversight.Methods")]
    public void Namespace_OfAFile_IsItsFolder(string project) => Assert.All(
        SourceFile.In(project).Where(file => file.Namespace.Length > 0),
        file => Assert.Equal(Path.GetDirectoryName(file.Path)!.Replace('\\', '/').Replace('/', '.'), file.Namespace));

    private static IEnumerable<string> Upward(SourceFile file, ImmutableArray<string> order) =>
        from folder in file.FoldersNamed
        where order.IndexOf(folder) > order.IndexOf(file.Folder)
        select $"{file.Path} names {folder}, which stands above";

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> ReadDrawing() =>
        Drawing().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "architecture.md"))).ToImmutableSortedDictionary(
            match => match.Groups["project"].Value,
            match => match.Groups["order"].Value.Split('<', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToImmutableArray(),
            StringComparer.Ordinal);

    [GeneratedRegex(@"^folders of (?<project>Oversight\.\w+): (?<order>[\w\s<]+?)$(?=\n\n|\n```|\nfolders of)", RegexOptions.Multiline)]
    private static partial Regex Drawing();
}
