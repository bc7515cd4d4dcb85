using System.Globalization;
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
        foreach (JsonElement row in rows)
        {
            string figure = row.GetProperty("accuracy").GetProperty("mean").GetDouble().ToString("F3", CultureInfo.InvariantCulture);
            string method = $"{row.GetProperty("method")} ";
            Assert.Contains(
                run.Output.Split('\n'),
                line => line.Contains(method, StringComparison.Ordinal) && line.Contains(figure, StringComparison.Ordinal));
            Assert.Contains(row.GetProperty("variant").GetString()!, run.Output, StringComparison.Ordinal);
        }

        Assert.Contains("supervised, same: the same settings as supervised", run.Output, StringComparison.Ordinal);
        string[] markdown = [.. File.ReadAllLines(folder.In("all", "compare.md")).Where(line => line.StartsWith('|'))];
        Assert.Single(markdown.Select(line => line.Replace("\\|", "", StringComparison.Ordinal).Count(letter => letter == '|')).Distinct());

        ProgramRun report = ProgramRun.Of(folder.Path, "report", "all", "--out", "later.html");
        Assert.True(report.ExitCode == 0, report.Error);
        Assert.Equal(FirstTable(folder.In("all", "report.html")), FirstTable(folder.In("later.html")));
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
