using Oversight.Methods;
using Oversight.Reports.Comparisons;
using Oversight.Runs.Folders;
using Oversight.Runs.Rounds;
using Oversight.Training.Tests.Events;
using TestRun = Oversight.Training.Tests.Checkpoints.RecordedRun;

namespace Oversight.Training.Tests.Runs;

/// <summary>A run that has ended, is gone on with and dies: what the end left behind must not outrank what is newer.</summary>
public sealed class SupersededTests
{
    private static readonly TrainingOptions Longer = TestRun.Short with { Steps = 40 };

    [Fact]
    public void TryOpen_ResumedAndKilled_TheNewestCheckpointIsUsedAndTheRunIsUnfinished()
    {
        using TemporaryFolder temporary = TemporaryFolder.InMemory();
        string path = Killed(temporary);
        Assert.True(TrainedRun.TryOpen(path, BuiltInMethods.Schema, best: false, out TrainedRun? run, out string? error), error);
        using (run)
        {
            Assert.Equal("unfinished, step 8 of 40", run.Origin.State);
            Assert.StartsWith("checkpoints/round-", run.Origin.File, StringComparison.Ordinal);
            Assert.StartsWith("Unfinished, step 8 of 40: these are the weights of checkpoints/round-", run.Origin.Note, StringComparison.Ordinal);
            Assert.True(run.Origin.IsVerified);
        }

        Assert.True(RecordedRun.TryOpen(path, BuiltInMethods.Schema, out RecordedRun? recorded, out error), error);
        Assert.Equal("unfinished, step 8 of 40", recorded.State);
        Assert.False(recorded.Result.IsFinished);
        Assert.Contains("amplify: seed 1 is unfinished, step 8 of 40.", Assert.Single(Comparison.Of([recorded])).Notes);
        Assert.False(File.Exists(Path.Combine(path, "report.html")));
    }

    [Fact]
    public void TryOpen_LeftByAVersionThatKeptTheOldEnd_TheNewerCheckpointWins()
    {
        using TemporaryFolder temporary = TemporaryFolder.InMemory();
        string path = Killed(temporary);
        File.Move(Path.Combine(path, "result.superseded.json"), Path.Combine(path, "result.json"));
        File.Move(Path.Combine(path, "checkpoints", "superseded.safetensors"), Path.Combine(path, "checkpoints", "final.safetensors"));
        Assert.True(TrainedRun.TryOpen(path, BuiltInMethods.Schema, best: false, out TrainedRun? run, out string? error), error);
        using (run)
            Assert.Equal("unfinished, step 8 of 40", run.Origin.State);
        Assert.True(RecordedRun.TryOpen(path, BuiltInMethods.Schema, out RecordedRun? recorded, out error), error);
        Assert.Equal("unfinished, step 8 of 40", recorded.State);
    }

    [Fact]
    public void Resume_KilledThenEnded_SameBytesAsNeverKilled()
    {
        using TemporaryFolder temporary = TemporaryFolder.InMemory();
        TestRun.Train(temporary.In("whole"), Longer);
        string path = Killed(temporary);
        TestRun.Resume(path);
        Assert.Equal(TestRun.Bytes(temporary.In("whole")), TestRun.Bytes(path));
        Assert.Equal(Points(temporary.In("whole")), Points(path));
    }

    [Fact]
    public void Resume_FromAnEarlierCheckpoint_EventsBeyondItAreCutOff()
    {
        using TemporaryFolder temporary = TemporaryFolder.InMemory();
        string path = temporary.In("run");
        TestRun.Train(path, TestRun.Short);
        List<long> whole = Points(path);
        string newest = Directory.GetDirectories(Path.Combine(path, "checkpoints"), "round-*").Order(StringComparer.Ordinal).Last();
        Directory.Delete(newest, recursive: true);
        TestRun.Resume(path);
        Assert.Equal(whole, Points(path));
    }

    /// <summary>A run that ended after 6 steps, and died after two more; the last two evaluations are the one at step 8 and what was measured when it died.</summary>
    private static string Killed(TemporaryFolder temporary)
    {
        string path = temporary.In("run");
        TestRun.Train(path, TestRun.Short);
        TestRun.ResumeAndKill(path, Longer, after: 2);
        return path;
    }

    /// <summary>The steps of all points, file after file.</summary>
    private static List<long> Points(string path) =>
    [
        .. Directory.GetFiles(path, "events.*").Order(StringComparer.Ordinal)
            .SelectMany(file => EventFileReader.Read(File.ReadAllBytes(file)))
            .Where(one => one.Version.Length == 0)
            .Select(one => one.Step),
    ];
}
