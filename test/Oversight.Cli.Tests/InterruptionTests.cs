using System.Diagnostics;
using System.Text.Json;

namespace Oversight.Cli.Tests;

/// <summary>SIGTERM to what is neither a run nor a study.</summary>
public sealed class InterruptionTests(TrainedFixture trained) : IClassFixture<TrainedFixture>
{
    [Fact]
    public void Bench_Terminated_EndsWithWhatWasMeasured()
    {
        if (OperatingSystem.IsWindows())
            return;
        using Process process = ProgramRun.Start(
            trained.Path, "bench", "--threads", "1", "--only", "all", "--seconds", "1", "--repetitions", "1", "--json");
        ProgramRun.AwaitError(process, "measuring");
        ProgramRun.Signal(process, "TERM");
        ProgramRun run = ProgramRun.EndOf(process);
        Assert.True(run.ExitCode == 0, run.Error);
        JsonElement root = JsonOutputTests.OneObject(run);
        Assert.True(root.GetProperty("interrupted").GetBoolean());
        Assert.Contains("the other benchmarks were left out", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Play_Terminated_OneLine()
    {
        if (OperatingSystem.IsWindows())
            return;
        using Process process = ProgramRun.Start(trained.Path, "debate", "play", "--json");
        ProgramRun.AwaitError(process, "Look it up?");
        ProgramRun.Signal(process, "TERM");
        ProgramRun run = ProgramRun.EndOf(process);
        Assert.Equal(130, run.ExitCode);
        Assert.Equal("oversight: ended at once; the debate was not ruled on, nothing was saved", Assert.Single(run.ErrorLines));
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Eval_Terminated_OneLine()
    {
        if (OperatingSystem.IsWindows())
            return;
        using Process process = ProgramRun.Start(trained.Path, "eval", "run", "--contexts", "100000", "--json");
        ProgramRun.AwaitError(process, "measuring");
        ProgramRun.Signal(process, "TERM");
        ProgramRun run = ProgramRun.EndOf(process);
        Assert.Equal(130, run.ExitCode);
        Assert.Contains("ended at once", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Compare_Terminated_SavedAndTheSameCommandGoesOn()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        string[] arguments =
            [
                "compare", "permutation-powering", .. TrainedFixture.Short, "--methods", "supervised", "--seeds", "1-2", "--steps", "100",
                "--out", "all", "--json",
            ];
        using Process process = ProgramRun.Start(folder.Path, arguments);
        ProgramRun.AwaitError(process, "teacher");
        ProgramRun.Signal(process, "TERM");
        ProgramRun first = ProgramRun.EndOf(process);
        Assert.True(first.ExitCode == 0, first.Error);
        Assert.True(JsonOutputTests.OneObject(first).GetProperty("interrupted").GetBoolean());
        Assert.False(Directory.Exists(folder.In("all", "permutation-powering-tiny-supervised-2")));
        ProgramRun second = ProgramRun.Of(folder.Path, arguments);
        Assert.True(second.ExitCode == 0, second.Error);
        Assert.False(JsonOutputTests.OneObject(second).GetProperty("interrupted").GetBoolean());
    }
}
