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
