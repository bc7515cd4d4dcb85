using System.Text.Json;
using System.Xml.Linq;

namespace Oversight.Cli.Tests;

public sealed class CompareCommandTests
{
    private static readonly string[] Compare =
    [
        "compare", "permutation-powering", .. TrainedFixture.Short, "--steps", "20", "--methods", "amplify-scripted,supervised", "--seeds", "1",
        "--out", "all", "--json",
    ];

    [Fact]
    public void Compare_RunAgain_FinishedRunsAreKeptAndTheMissingOneIsRun()
    {
        using var folder = new TemporaryFolder();
        ProgramRun first = ProgramRun.Of(folder.Path, Compare);
        Assert.True(first.ExitCode == 0, first.Error);
        string kept = folder.In("all", "permutation-powering-tiny-supervised-1", "result.json");
        string lost = folder.In("all", "permutation-powering-tiny-amplify-scripted-1", "result.json");
        DateTime written = File.GetLastWriteTimeUtc(kept);
        File.Delete(lost);

        ProgramRun second = ProgramRun.Of(folder.Path, Compare);
        Assert.True(second.ExitCode == 0, second.Error);
        Assert.Equal(written, File.GetLastWriteTimeUtc(kept));
        Assert.True(File.Exists(lost));
        Assert.Single(second.ErrorLines, line => line.Contains("is finished", StringComparison.Ordinal));
        Assert.Equal(RowsOf(first), RowsOf(second));
        Assert.Contains("| amplify-scripted |", File.ReadAllText(folder.In("all", "compare.md")), StringComparison.Ordinal);
        XDocument.Parse(File.ReadAllText(folder.In("all", "report.html")));
    }

    /// <summary>
    /// The library's tests hold compare.json, compare.md and the report against each other; here the terminal's table is held against
    /// compare.json, and the report that is written later against the one that the comparison wrote.
    /// </summary>
    [Fact]
    public void Compare_VariantsWithHostileAndEqualSettings_SameRowsAndFiguresEverywhere()
    {
        using var folder = new TemporaryFolder();
        string[] compare =
        [
            "compare", "permutation-powering", .. TrainedFixture.Short, "--steps", "10", "--methods", "amplify-scripted,supervised",
            "--seeds", "1,2", "--variant", "a|b [red]*x*: teacher.horizon=20", "--variant", "same: checkpoint.seconds=1", "--out", "all",
        ];
        ProgramRun run = ProgramRun.Of(folder.Path, compare);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.False(Directory.Exists(folder.In("all", "permutation-powering-tiny-supervised-same-1")));
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(folder.In("all", "compare.json")));
        JsonElement[] rows = [.. json.RootElement.GetProperty("comparisons")[0].GetProperty("rows").EnumerateArray()];
        Assert.Equal(6, rows.Length);
        Assert.All(rows, row => Assert.Contains(row.GetProperty("variant").GetString()!, run.Output, StringComparison.Ordinal));
        Assert.Contains("supervised, same: the same settings as supervised", run.Output, StringComparison.Ordinal);
        string[][] markdown = MarkdownRows(folder.In("all", "compare.md"));
        Assert.Single(markdown.Select(row => row.Length).Distinct());
        string[][] terminal = TerminalRows(run.Output, markdown.Length);
        for (int i = 0; i < terminal.Length; i++)
        {
            Assert.StartsWith(terminal[i][0], markdown[i][0], StringComparison.Ordinal);
            Assert.Equal(markdown[i][2..].Select(cell => cell.Split(' ')[0]), terminal[i][1..]);
        }

        ProgramRun report = ProgramRun.Of(folder.Path, "report", "all", "--out", "later.html");
        Assert.True(report.ExitCode == 0, report.Error);
        Assert.Equal(FirstTable(folder.In("all", "report.html")), FirstTable(folder.In("later.html")));
    }

    /// <summary>The rows of the table, without its heading.</summary>
    private static string[][] MarkdownRows(string file) =>
    [
        .. File.ReadAllLines(file).Where(line => line.StartsWith('|')).Skip(2)
            .Select(line => line.Replace("\\|", "!", StringComparison.Ordinal).Split('|')[1..^1].Select(cell => cell.Trim()).ToArray()),
    ];

    /// <summary>
    /// The first line of each row of the table in the terminal: the method and the figures. A table that is too wide is printed in parts, each with the methods first.
    /// </summary>
    private static string[][] TerminalRows(string output, int rows)
    {
        string[][] lines = [.. output.Split('\n').Select(line => line.Split('│').Select(cell => cell.Trim()).ToArray())];
        string[][] found = [.. lines.Where(cells => cells.Length > 3 && cells[1] is ("amplify-scripted" or "supervised")).Select(cells => cells[1..^1])];
        Assert.Equal(0, found.Length % rows);
        return
        [
            .. Enumerable.Range(0, rows).Select(row => found.Where((_, i) => i % rows == row).SelectMany((cells, part) => part == 0 ? cells : cells[1..]).ToArray()),
        ];
    }

    private static string FirstTable(string page) =>
        XDocument.Parse(File.ReadAllText(page)).Descendants("tbody").First().ToString();

    [Fact]
    public void Compare_OtherSettings_RefusedBeforeAnythingIsRun()
    {
        using var folder = new TemporaryFolder();
        ProgramRun first = ProgramRun.Of(folder.Path, Without(Compare, "amplify-scripted,supervised", "supervised"));
        Assert.True(first.ExitCode == 0, first.Error);
        ProgramRun second = ProgramRun.Of(folder.Path, Without(Compare, "20", "21"));
        Assert.Equal(2, second.ExitCode);
        Assert.Contains("steps is 20 there, 21 here", Assert.Single(second.ErrorLines), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.In("all", "permutation-powering-tiny-amplify-scripted-1")));
    }

    [Theory]
    [InlineData("compare permutation-powering --methods amplified", "did you mean 'amplify'?")]
    [InlineData("compare permutation-powering --seeds 1,x", "--seeds is 'x'")]
    [InlineData("compare permutation-powering --variant prior=false", "a name, a colon and settings")]
    [InlineData("compare nothing", "there is no task 'nothing'")]
    [InlineData("report nowhere", "there is no folder 'nowhere'")]
    [InlineData("report .", "holds no run folder")]
    public void Program_BadInput_OneLineCode2NothingWritten(string arguments, string expected)
    {
        using var folder = new TemporaryFolder();
        ProgramRun run = ProgramRun.Of(folder.Path, arguments.Split(' '));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.True(folder.IsEmpty);
    }

    private static string[] Without(string[] arguments, string old, string changed) => [.. arguments.Select(argument => argument == old ? changed : argument)];

    private static string[] RowsOf(ProgramRun run)
    {
        using JsonDocument json = JsonDocument.Parse(run.LastLine);
        return
        [
            .. json.RootElement.GetProperty("comparisons")[0].GetProperty("rows").EnumerateArray()
                .Select(row => $"{row.GetProperty("method")} {row.GetProperty("accuracy")} {row.GetProperty("humanQueries")} {row.GetProperty("labels")}"),
        ];
    }
}
