using System.Diagnostics;
using System.Text.Json;

namespace Oversight.Cli.Tests;

/// <summary>Studies as real processes that are asked to stop.</summary>
public sealed class StudyCommandTests
{
    [Theory]
    [InlineData("reward-modelling", "TERM")]
    [InlineData("self-amplification", "TERM")]
    [InlineData("reward-modelling", "INT")]
    public void Study_AskedToStop_SavedAndTheSameCommandGoesOnToTheSameFigures(string study, string signal)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        string[] arguments = [study, "--form", "pinned", "--seeds", "1-3", "--threads", "1", "--json"];
        using Process process = ProgramRun.Start(folder.Path, [.. arguments, "--out", "stopped"]);
        ProgramRun.AwaitError(process, "parts finished");
        ProgramRun.Signal(process, signal);
        ProgramRun first = ProgramRun.EndOf(process);
        Assert.True(first.ExitCode == 0, first.Error);
        JsonElement stopped = JsonOutputTests.OneObject(first);
        Assert.Equal("interrupted", stopped.GetProperty("stopped").GetString());
        Assert.Equal(Path.Combine("stopped", study + "-pinned"), stopped.GetProperty("folder").GetString());
        Assert.Contains("the same command goes on", first.Error, StringComparison.Ordinal);

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
