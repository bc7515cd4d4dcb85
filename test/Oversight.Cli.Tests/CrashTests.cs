using System.Globalization;
using Xunit.Abstractions;

namespace Oversight.Cli.Tests;

/// <summary>
/// The real program killed with <c>kill -9</c> and resumed comes to the same bytes as if nobody had touched it. <c>test/crash</c> runs the long form;
/// OVERSIGHT_CRASH_KILLS says how many kills there are.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int ShortForm = 5;
    private const int LongestLife = 2500;

    [Fact]
    public void Train_KilledAtRandomAndResumed_SameBytesAsNeverKilled()
    {
        bool isLong = int.TryParse(Environment.GetEnvironmentVariable("OVERSIGHT_CRASH_KILLS"), CultureInfo.InvariantCulture, out int kills);
        kills = isLong ? kills : ShortForm;
        using var folder = new TemporaryFolder();
        var crash = new CrashRun(folder.Path, seed: 1);
        int runs = 0;
        while (crash.Kills < kills)
        {
            string[] train = Arguments(++runs, isLong ? 400 : 20);
            ProgramRun whole = ProgramRun.Of(folder.Path, [.. train, "--out", $"whole-{runs}"]);
            Assert.True(whole.ExitCode == 0, whole.Error);
            crash.Complete($"killed-{runs}", kills - crash.Kills, LongestLife, train);
            Assert.Equal(crash.Bytes($"whole-{runs}"), crash.Bytes($"killed-{runs}"));
            output.WriteLine(
                $"{runs} runs ended with the bytes of the run never killed; {crash.Kills} kills, {crash.WritesCutShort} of them in the middle of a write, "
                + $"{crash.BeforeFirstCheckpoint} before the first checkpoint; 0 losses");
        }
    }

    private static string[] Arguments(int seed, int steps) =>
    [
        "train", "permutation-powering", "--preset", "tiny", "--until", "never", "--steps", $"{steps}", "--seed", $"{seed}",
        "--set", "human.initial=64",
        "--set", "humanModel.readyBelow=0.8", "--set", "humanModel.patience=10", "--set", "evaluation.every=5", "--set", "evaluation.contexts=4",
        "--set", "evaluation.finalContexts=8", "--set", "replay.batches=4", "--set", "checkpoint.seconds=0",
    ];
}
