using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Oversight.Laws;

/// <summary>The newcomer's tour points at lines of code: each line is there and says what the tour says of it, so that the tour cannot rot silently.</summary>
public sealed partial class TourTests
{
    private const int MostFiles = 20;

    private static readonly string Folder = Path.Combine(Repository.Root, "docs");
    private static readonly ImmutableArray<Stop> All = [.. Read(File.ReadAllText(Path.Combine(Folder, "tour.md")))];

    public static TheoryData<int> Stops => [.. All.Select(stop => stop.Number)];

    [Fact]
    public void Tour_AsAWhole_CountsItsStopsAndVisitsFewFiles()
    {
        Assert.NotEmpty(All);
        Assert.Equal(Enumerable.Range(1, All.Length), All.Select(stop => stop.Number));
        Assert.InRange(All.Select(stop => stop.Path).Distinct().Count(), 1, MostFiles);
        string text = File.ReadAllText(Path.Combine(Folder, "tour.md"));
        Assert.Equal(LineLink().Count(text), All.Length);
    }

    [Theory]
    [MemberData(nameof(Stops))]
    public void Line_OfAStop_HoldsANameFromItsSentence(int number)
    {
        Stop stop = All[number - 1];
        string path = Path.GetFullPath(Path.Combine(Folder, stop.Path));
        Assert.True(File.Exists(path), $"Stop {number} points to {stop.Path}, which is not there.");
        string[] lines = File.ReadAllLines(path);
        Assert.True(
            Holds(stop, lines, stop.Line),
            $"Stop {number} points to line {stop.Line} of {stop.Path}, which holds none of {string.Join(", ", stop.Names)}. "
                + $"They stand on: {string.Join(", ", Enumerable.Range(1, lines.Length).Where(line => Holds(stop, lines, line)))}.");
    }

    [Fact]
    public void Line_OfAPlantedStop_IsFoundWrong()
    {
        Stop stop = Read("1. A sentence about `Loop.Run`,\n   in two lines. ([X.cs](../src/X.cs#L2))\n").Single();
        string[] lines = ["// Runs", "Run();"];
        Assert.Equal("Run", Assert.Single(stop.Names));
        Assert.True(Holds(stop, lines, stop.Line));
        Assert.False(Holds(stop, lines, 1));
        Assert.False(Holds(stop, lines, 3));
    }

    private static bool Holds(Stop stop, string[] lines, int line) =>
        line <= lines.Length && stop.Names.Any(name => Regex.IsMatch(lines[line - 1], $@"\b{name}\b"));

    private static IEnumerable<Stop> Read(string text) =>
        from Match stop in StopText().Matches(text)
        let names = Name().Matches(stop.Groups["sentence"].Value).Select(name => name.Groups["last"].Value)
        select new Stop(int.Parse(stop.Groups["number"].Value), [.. names], stop.Groups["path"].Value, int.Parse(stop.Groups["line"].Value));

    [GeneratedRegex(@"^(?<number>\d+)\. (?<sentence>[^#]+?)\(\[[^]]+\]\((?<path>\.\./[^)#]+)#L(?<line>\d+)\)\)$", RegexOptions.Multiline)]
    private static partial Regex StopText();

    [GeneratedRegex(@"`([A-Za-z_]\w*\.)*(?<last>[A-Za-z_]\w*)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();

    [GeneratedRegex(@"#L\d+\)")]
    private static partial Regex LineLink();

    /// <summary>A stop: what its sentence names, and the line that it points to.</summary>
    private sealed record Stop(int Number, ImmutableArray<string> Names, string Path, int Line);
}
