namespace Oversight.Cli.Tests;

/// <summary>What real commands print fits: under 140 columns into a pipe, and into as many columns as a narrow terminal has.</summary>
public sealed class OutputWidthTests(TrainedFixture trained) : IClassFixture<TrainedFixture>
{
    private const int Widest = 139;

    [Theory]
    [InlineData("settings")]
    [InlineData("settings --method reward-modelling")]
    [InlineData("tasks")]
    [InlineData("tasks show shortest-path")]
    [InlineData("eval run --contexts 4")]
    [InlineData("ask run sigma^5(1) --truth")]
    [InlineData("bench --threads 1 --only x-lookup --repetitions 1 --seconds 0")]
    [InlineData("train --help")]
    [InlineData("compare --help")]
    [InlineData("reward-modelling --form pinned --seeds 1 --out studies")]
    public void Program_Piped_NoLongLines(string arguments) => AssertFits(ProgramRun.Of(trained.Path, arguments.Split(' ')), Widest);

    [Theory]
    [InlineData("settings assistant", 60)]
    [InlineData("settings assistant", 40)]
    [InlineData("tasks", 60)]
    [InlineData("tasks", 40)]
    [InlineData("eval run --contexts 4", 60)]
    [InlineData("eval run --contexts 4", 40)]
    [InlineData("ask run sigma^5(1) --truth", 40)]
    [InlineData("bench --threads 1 --only x-lookup --repetitions 1 --seconds 0", 40)]
    public void Program_NarrowTerminal_ListsInsteadOfBrokenTables(string arguments, int columns) =>
        AssertFits(ProgramRun.Of(trained.Path, columns, arguments.Split(' ')), columns);

    [Theory]
    [InlineData("train")]
    [InlineData("compare")]
    public void Training_OfManyClasses_NoLongLines(string command)
    {
        using var folder = new TemporaryFolder();
        string[] methods = command == "train" ? ["--method", "supervised"] : ["--methods", "supervised,amplify-scripted", "--seeds", "1,2"];
        string[] arguments =
        [
            command, "sequential-assignments", "--preset", "small", .. methods, "--steps", "2", "--out", "run",
            "--set", "evaluation.every=1", "evaluation.contexts=2", "evaluation.finalContexts=4",
            "assistant.layers=2", "assistant.width=32", "batch.questions=4",
        ];
        ProgramRun run = ProgramRun.Of(folder.Path, arguments);
        AssertFits(run, Widest);
        Assert.Contains("teacher 0.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_Log_NoLongLines() => Assert.All(trained.Run.ErrorLines, line => Assert.True(line.Length <= Widest, line));

    private static void AssertFits(ProgramRun run, int widest)
    {
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.NotEmpty(run.Output);
        Assert.All(run.Output.Split('\n').Concat(run.ErrorLines), line => Assert.True(line.TrimEnd().Length <= widest, line));
    }
}
