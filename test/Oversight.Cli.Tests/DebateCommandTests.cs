using System.Diagnostics;

namespace Oversight.Cli.Tests;

public sealed class DebateCommandTests
{
    [Fact]
    public void Play_JudgeFromAPipe_HearsLooksUpAndRules()
    {
        ProgramRun run = Play("maybe\nyes\nholder\n", "--seed", "1");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("'maybe' is none of yes, no", run.Output, StringComparison.Ordinal);
        Assert.Contains("It is so", run.Output, StringComparison.Ordinal);
        Assert.Contains("The claim was true: the judge was right.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Play_HolderFromAPipe_SeesFactsAndStatesSplits()
    {
        ProgramRun run = Play("1\n1\n1\n1\n", "--seat", "holder", "--seed", "3");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("0000 has value", run.Output, StringComparison.Ordinal);
        Assert.Contains("You lost.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Play_ChallengerOfAPractisedNetwork_PathsToAnEdge()
    {
        ProgramRun run = Play("1\n2\n", "--seat", "challenger", "--task", "paths", "--seed", "3", "--practice", "20");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("wins at an edge", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Play_InputEnds_OneLineCode2()
    {
        ProgramRun run = Play("", "--seat", "judge");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("the input ended", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("debate", "play", "--seat", "king")]
    [InlineData("debate", "--study", "acuracy")]
    [InlineData("debate", "--form", "huge")]
    [InlineData("reward-modelling", "--form", "huge")]
    [InlineData("reward-modelling", "--minutes", "0")]
    [InlineData("debate", "--seeds", "one")]
    public void Debate_BadInput_OneLineCode2(params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        ProgramRun run = ProgramRun.Of(folder.Path, arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Single(run.ErrorLines);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Debate_PinnedForm_WritesResultsAndDoesNotWorkTwice()
    {
        using var folder = new TemporaryFolder();
        string[] arguments = ["debate", "--form", "pinned", "--seeds", "1", "--out", "out"];
        ProgramRun first = ProgramRun.Of(folder.Path, arguments);
        Assert.True(first.ExitCode == 0, first.Error);
        Assert.Contains("negative controls, which must fail", first.Output, StringComparison.Ordinal);
        string written = File.ReadAllText(folder.In("out", "debate-pinned", "study.json"));
        ProgramRun second = ProgramRun.Of(folder.Path, [.. arguments, "--json"]);
        Assert.Contains("\"findings\"", second.LastLine, StringComparison.Ordinal);
        Assert.Equal(written, File.ReadAllText(folder.In("out", "debate-pinned", "study.json")));
    }

    private static ProgramRun Play(string input, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        using Process process = ProgramRun.Start(folder.Path, ["debate", "play", .. arguments]);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        return ProgramRun.EndOf(process);
    }
}
