using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Oversight.Cli.Tests;

/// <summary>Real processes: signals, locks, damage, divergence.</summary>
public sealed class ResumeCommandTests(StoppedFixture stopped) : IClassFixture<StoppedFixture>
{
    [Fact]
    public void Train_StepsUsedUp_SaysHowToGoOnAndTheCommandWorks()
    {
        string line = Assert.Single(stopped.Run.Output.Split('\n'), line => line.StartsWith("Go on with", StringComparison.Ordinal));
        Assert.Equal("Go on with  oversight resume run --steps 24", line.TrimEnd());
        using TemporaryFolder folder = stopped.Copy();
        ProgramRun more = ProgramRun.Of(folder.Path, "resume", "run", "--steps", "24");
        Assert.True(more.ExitCode == 0, more.Error);
        ProgramRun whole = ProgramRun.Of(folder.Path, [.. StoppedFixture.Train, "--steps", "24", "--out", "whole"]);
        Assert.True(whole.ExitCode == 0, whole.Error);
        Assert.Equal(
            File.ReadAllBytes(folder.In("whole", "checkpoints", "final.safetensors")), File.ReadAllBytes(folder.In("run", "checkpoints", "final.safetensors")));
    }

    [Fact]
    public void Train_MinutesUsedUp_SaysHowToGoOn()
    {
        using var folder = new TemporaryFolder();
        ProgramRun run = ProgramRun.Of(folder.Path, [.. StoppedFixture.Train, "--minutes", "0", "--out", "run"]);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("Go on with  oversight resume run --minutes 1", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_Terminated_SavesSaysHowToGoOnAndASecondProcessIsKeptOut()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        using Process process = Endless(folder);
        ProgramRun second = ProgramRun.Of(folder.Path, "resume", "run");
        Assert.Equal(2, second.ExitCode);
        Assert.Contains($"is being written by process {process.Id};", Assert.Single(second.ErrorLines), StringComparison.Ordinal);
        ProgramRun.Signal(process, "TERM");
        ProgramRun run = ProgramRun.EndOf(process);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("Go on with  oversight resume run", run.Error, StringComparison.Ordinal);
        ProgramRun more = ProgramRun.Of(folder.Path, "resume", "run", "--steps", "1");
        Assert.True(more.ExitCode == 0, more.Error);
    }

    [Fact]
    public void Train_KilledByForce_LockDoesNotBlock()
    {
        using var folder = new TemporaryFolder();
        using Process process = Endless(folder);
        process.Kill();
        process.WaitForExit();
        Assert.Equal($"{process.Id}", File.ReadAllText(folder.In("run", "lock.process")));
        ProgramRun more = ProgramRun.Of(folder.Path, "resume", "run", "--steps", "1");
        Assert.True(more.ExitCode == 0, more.Error);
    }

    [Fact]
    public void Train_InterruptedTwice_EndsAtOnceAndWhatWasSavedGoesOn()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        // The last evaluation takes minutes: only the second signal ends this.
        using Process process = Endless(folder, "--set", "evaluation.finalContexts=100000");
        ProgramRun.Signal(process, "INT");
        while (process.StandardError.ReadLine() is { } line && !line.Contains("interrupted", StringComparison.Ordinal))
            continue;
        ProgramRun.Signal(process, "INT");
        ProgramRun run = ProgramRun.EndOf(process);
        Assert.Equal(130, run.ExitCode);
        Assert.Contains("oversight: ended at once; what was saved before is kept", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.In("run", "result.json")));
    }

    [Fact]
    public void Resume_ConfigEditedToAnotherWidth_OneLineThatNamesIt()
    {
        using TemporaryFolder folder = stopped.Copy();
        string config = File.ReadAllText(folder.In("run", "config.json"));
        File.WriteAllText(folder.In("run", "config.json"), config.Replace("\"width\": 24", "\"width\": 32", StringComparison.Ordinal));
        ProgramRun run = ProgramRun.Of(folder.Path, "resume", "run");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("assistant.width is 32 in config.json, but round-", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Resume_NewestCheckpointDamaged_ToldAndTheOneBeforeUsed()
    {
        using TemporaryFolder folder = stopped.Copy();
        string newest = Newest(folder);
        File.WriteAllBytes(Path.Combine(newest, "weights.safetensors"), [1, 2, 3]);
        ProgramRun run = ProgramRun.Of(folder.Path, "resume", "run");
        Assert.True(run.ExitCode == 0, run.Error);
        string line = Assert.Single(run.ErrorLines);
        Assert.StartsWith($"oversight: {Path.GetFileName(newest)} is damaged: weights.safetensors has 3 bytes", line, StringComparison.Ordinal);
        Assert.EndsWith("the checkpoint before it is used", line, StringComparison.Ordinal);
        Assert.Equal(
            File.ReadAllBytes(stopped.In("run", "checkpoints", "final.safetensors")), File.ReadAllBytes(folder.In("run", "checkpoints", "final.safetensors")));
    }

    [Fact]
    public void Resume_LossExplodes_OneLineWithStepCauseAndCheckpointAndGoodWeightsStay()
    {
        using TemporaryFolder folder = stopped.Copy();
        foreach (string checkpoint in Directory.GetDirectories(folder.In("run", "checkpoints")))
            Poison(checkpoint, 1e30f);
        byte[] good = File.ReadAllBytes(folder.In("run", "checkpoints", "final.safetensors"));
        ProgramRun run = ProgramRun.Of(folder.Path, "resume", "run", "--steps", "24");
        Assert.Equal(1, run.ExitCode);
        string line = Assert.Single(run.ErrorLines);
        Assert.Matches(@"^oversight: training stopped at step 1[0-9] \(round [0-9]+\): the (loss|gradient) of X is .*; the last good checkpoint is .*round-[0-9]{8};", line);
        Assert.Equal(good, File.ReadAllBytes(folder.In("run", "checkpoints", "superseded.safetensors")));
        Assert.False(File.Exists(folder.In("run", "checkpoints", "final.safetensors")));
    }

    [Fact]
    public void Resume_WeightsAreNoNumbers_DamagedAndTheOneBeforeUsed()
    {
        using TemporaryFolder folder = stopped.Copy();
        Poison(Newest(folder), float.NaN);
        ProgramRun run = ProgramRun.Of(folder.Path, "resume", "run");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("its weights are not all numbers; the checkpoint before it is used", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Train_ConfigOfARun_SameBytes()
    {
        using TemporaryFolder folder = stopped.Copy();
        ProgramRun run = ProgramRun.Of(folder.Path, "train", "--config", "run/config.json", "--seed", "5", "--out", "again");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(File.ReadAllText(folder.In("run", "config.json")), File.ReadAllText(folder.In("again", "config.json")));
        Assert.Equal(
            File.ReadAllBytes(folder.In("run", "checkpoints", "final.safetensors")), File.ReadAllBytes(folder.In("again", "checkpoints", "final.safetensors")));
    }

    [Theory]
    [InlineData("--seed 6", "says seed is 5, another option says 6")]
    [InlineData("sat-counting", "says task is permutation-powering, another option says sat-counting")]
    [InlineData("--method supervised", "says method is amplify, another option says supervised")]
    [InlineData("--preset small", "says preset is tiny, another option says small")]
    [InlineData("--set assistant.width=32", "says assistant.width is 24, another option says 32")]
    public void Train_ConfigContradicted_OneLineThatNamesTheKey(string arguments, string expected)
    {
        using TemporaryFolder folder = stopped.Copy();
        ProgramRun run = ProgramRun.Of(folder.Path, ["train", .. arguments.Split(' '), "--config", "run/config.json", "--out", "again"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.In("again")));
    }

    /// <summary>A training that is under way and has been measured once.</summary>
    private static Process Endless(TemporaryFolder folder, params string[] more)
    {
        Process process = ProgramRun.Start(folder.Path, [.. StoppedFixture.Train, "--steps", "1000000", "--minutes", "5", "--out", "run", "--json", .. more]);
        while (process.StandardError.ReadLine() is { } line && !line.Contains("teacher", StringComparison.Ordinal))
            continue;
        return process;
    }

    private static string Newest(TemporaryFolder folder) =>
        Directory.GetDirectories(folder.In("run", "checkpoints"), "round-*").Order(StringComparer.Ordinal).Last();

    /// <summary>Puts a value in the place of weights, and seals the checkpoint anew.</summary>
    private static void Poison(string checkpoint, float value)
    {
        string file = Path.Combine(checkpoint, "weights.safetensors");
        byte[] bytes = File.ReadAllBytes(file);
        int start = 8 + (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        int count = (bytes.Length - start) / sizeof(float) / 6;
        for (int i = 0; i < count; i++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(start + 4 * i), value);
        File.WriteAllBytes(file, bytes);
        string manifest = Path.Combine(checkpoint, "manifest.json");
        string text = string.Join('\n', File.ReadAllLines(manifest)[..^1]) + "\n";
        text = Regex.Replace(
            text, "(\"weights.safetensors\",\\s*\"length\": [0-9]+,\\s*\"sha256\": \")[0-9a-f]{64}", $"${{1}}{Convert.ToHexStringLower(SHA256.HashData(bytes))}");
        File.WriteAllText(manifest, text + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) + "\n");
    }
}
