using System.Diagnostics;
using System.Text.Json;

namespace Oversight.Cli.Tests;

/// <summary>Studies as real processes that are asked to stop.</summary>
public sealed class StudyCommandTests
{
    [Fact]
    public void Study_Terminated_SavedAndTheSameCommandGoesOnToTheSameFigures()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        string[] arguments = ["reward-modelling", "--form", "pinned", "--seeds", "1-2", "--threads", "1", "--json"];
        using Process process = ProgramRun.Start(folder.Path, [.. arguments, "--out", "stopped"]);
        ProgramRun.AwaitError(process, "parts finished");
        ProgramRun.Signal(process, "TERM");
        ProgramRun first = ProgramRun.EndOf(process);
        Assert.True(first.ExitCode == 0, first.Error);
        JsonElement stopped = JsonOutputTests.OneObject(first);
        Assert.Equal("interrupted", stopped.GetProperty("stopped").GetString());
        Assert.Equal(Path.Combine("stopped", "reward-modelling-pinned"), stopped.GetProperty("folder").GetString());
        Assert.Contains("the same command goes on", first.Text, StringComparison.Ordinal);

        ProgramRun second = ProgramRun.Of(folder.Path, [.. arguments, "--out", "stopped"]);
        ProgramRun whole = ProgramRun.Of(folder.Path, [.. arguments, "--out", "whole"]);
        Assert.Equal(FiguresOf(whole), FiguresOf(second));
        string[] said = [.. whole.ErrorLines.Where(line => line.Contains("parts finished", StringComparison.Ordinal))];
        Assert.Equal(said, said.Distinct());
        Assert.InRange(said.Length, 1, 21);
    }

    private static string FiguresOf(ProgramRun run)
    {
        Assert.True(run.ExitCode == 0, run.Error);
        JsonElement root = JsonOutputTests.OneObject(run);
        Assert.Equal("finished", root.GetProperty("stopped").GetString());
        return root.GetProperty("tables").ToString() + root.GetProperty("ledgers");
    }
}
