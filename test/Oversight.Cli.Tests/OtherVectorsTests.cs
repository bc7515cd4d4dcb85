using System.Diagnostics;
using System.Text.Json;
using Oversight.Numerics;

namespace Oversight.Cli.Tests;

/// <summary>A run that goes on on another vector path says so, and leaves it in its folder.</summary>
public sealed class OtherVectorsTests(StoppedFixture stopped) : IClassFixture<StoppedFixture>
{
    [Fact]
    public void Resume_OnAnotherVectorPath_OneLineAndWrittenDown()
    {
        if (Simd.Bits == 0)
            return;
        using TemporaryFolder folder = stopped.Copy();
        ProgramRun run = Resume(folder, "14");
        Assert.True(run.ExitCode == 0, run.Error);
        string line = Assert.Single(run.ErrorLines);
        string begins = $"oversight: 'run' was computed with vectors of {Simd.Bits} bits and goes on with ";
        Assert.StartsWith(begins, line, StringComparison.Ordinal);
        Assert.Contains("its bytes differ from those of a run that was never stopped", line, StringComparison.Ordinal);
        int[] widths = Widths(folder, "config.json");
        Assert.Equal(2, widths.Length);
        Assert.Equal(Simd.Bits, widths[0]);
        Assert.NotEqual(Simd.Bits, widths[1]);
        Assert.Equal(widths, Widths(folder, "result.json"));

        // The checkpoint knows it too: going on once more on the second path changes nothing.
        ProgramRun again = Resume(folder, "15");
        Assert.Empty(again.ErrorLines);
        Assert.Equal(widths, Widths(folder, "config.json"));
    }

    [Fact]
    public void Resume_OnTheSamePath_SaysNothing()
    {
        using TemporaryFolder folder = stopped.Copy();
        ProgramRun run = ProgramRun.Of(folder.Path, "resume", "run");
        Assert.Empty(run.ErrorLines);
        Assert.Equal([Simd.Bits], Widths(folder, "config.json"));
    }

    /// <summary>Goes on with the widest vectors switched off.</summary>
    private static ProgramRun Resume(TemporaryFolder folder, string steps)
    {
        string widest = Simd.Bits switch { 512 => "DOTNET_EnableAVX512", 256 => "DOTNET_EnableAVX2", _ => "DOTNET_EnableHWIntrinsic" };
        using Process process = ProgramRun.Start(folder.Path, new Dictionary<string, string> { [widest] = "0" }, ["resume", "run", "--steps", steps]);
        return ProgramRun.EndOf(process);
    }

    private static int[] Widths(TemporaryFolder folder, string file)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(folder.In("run", file)));
        return [.. json.RootElement.GetProperty("vectorWidths").EnumerateArray().Select(width => width.GetInt32())];
    }
}
