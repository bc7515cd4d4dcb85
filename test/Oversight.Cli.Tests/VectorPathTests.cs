using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Xunit.Abstractions;

namespace Oversight.Cli.Tests;

/// <summary>On each vector path a run gives the same bytes each time, whatever the threads. Between paths the last bits differ, for sums are added in another order.</summary>
public sealed class VectorPathTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(512, "")]
    [InlineData(256, "DOTNET_EnableAVX512")]
    [InlineData(128, "DOTNET_EnableAVX2")]
    [InlineData(0, "DOTNET_EnableHWIntrinsic")]
    public void Train_OnAPath_SameBytesOnAnyNumberOfThreads(int width, string switchedOff)
    {
        using var folder = new TemporaryFolder();
        string one = Hash(folder, threads: 1, switchedOff, out int found);
        // A machine without the widest vectors has fewer paths; what is switched off is off.
        Assert.True(found <= (switchedOff.Length == 0 ? 512 : width), $"vectors of {found} bits");
        Assert.Equal(one, Hash(folder, threads: 4, switchedOff, out _));
        if (switchedOff.Length == 0 || Environment.GetEnvironmentVariable("OVERSIGHT_LONG") is not null)
            Assert.Equal(one, Hash(folder, threads: 2, switchedOff, out _));
        output.WriteLine($"{found} bits: {one}");
    }

    private static string Hash(TemporaryFolder folder, int threads, string switchedOff, out int width)
    {
        string name = $"run-{threads}";
        var environment = new Dictionary<string, string>();
        if (switchedOff.Length > 0)
            environment[switchedOff] = "0";
        using Process process = ProgramRun.Start(
            folder.Path, environment, [.. StoppedFixture.Train, "--steps", "3", "--threads", $"{threads}", "--set", "checkpoint.seconds=60", "--out", name, "--json"]);
        ProgramRun run = ProgramRun.EndOf(process);
        Assert.True(run.ExitCode == 0, run.Error);
        using JsonDocument json = JsonDocument.Parse(run.LastLine);
        width = json.RootElement.GetProperty("vectorWidth").GetInt32();
        return Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(folder.In(name, "checkpoints", "final.safetensors"))))[..16];
    }
}
