using Oversight.Learning.Options;
using Oversight.Methods;
using Oversight.Numerics;
using Oversight.Runs.Options;
using Oversight.Runs.Rounds;
using TestRun = Oversight.Training.Tests.Checkpoints.RecordedRun;

namespace Oversight.Training.Tests.Runs;

/// <summary>A target is reached when it is reached on fresh contexts: the first of many noisy evaluations to cross a line is likely to be a lucky one.</summary>
public sealed class ConfirmationTests
{
    private const double Until = 0.26;

    [Fact]
    public void Run_TargetCrossedByLuck_GoesOnUntilFreshContextsAgree()
    {
        int refused = 0;
        for (long seed = 1; seed <= 6; seed++)
        {
            var watch = new Watch();
            RunResult result = Train(seed, watch);
            Assert.Equal(watch.Crossings, watch.Confirmations.Count);
            Assert.All(watch.Confirmations, one => Assert.Equal(one.Fresh.Teacher.Reaches(Until), one.IsReached));
            bool ended = result.Stopped == StopReason.Target;
            Assert.Equal(ended, watch.Confirmations.Count > 0 && watch.Confirmations[^1].IsReached);
            Assert.All(watch.Confirmations.SkipLast(ended ? 1 : 0), one => Assert.False(one.IsReached));
            refused += watch.Confirmations.Count(one => !one.IsReached);
        }

        Assert.InRange(refused, 1, 359);
    }

    [Fact]
    public void Run_Confirmation_IsOnContextsThatNeitherDecidedBeforeNorJudgeTheEnd()
    {
        var watch = new Watch();
        RunResult result = Train(1, watch);
        Assert.All(watch.Confirmations, one =>
        {
            Assert.Equal(20, one.Fresh.Judged!.Count);
            Assert.Empty(one.Fresh.Judged.Hashes.Intersect(watch.Deciding));
            Assert.Empty(one.Fresh.Judged.Hashes.Intersect(result.Final.Judged!.Hashes));
        });
        Assert.Empty(result.Final.Judged!.Hashes.Intersect(watch.Deciding));
    }

    private static RunResult Train(long seed, Watch watch)
    {
        TrainingOptions options = TestRun.Short with
        {
            Seed = seed,
            Preset = "small",
            Method = BuiltInMethods.Get("supervised"),
            Steps = 60,
            Until = Until,
            Assistant = TestRun.Short.Assistant with { Width = 32, Layers = 4, Rate = 0.01 },
            Batch = new BatchOptions { Contexts = 4, Questions = 16, Shards = 1 },
            Evaluation = new EvaluationOptions { Every = 1, Contexts = 1, FinalContexts = 20 },
        };
        using var pool = new WorkerPool(1);
        using var session = new TrainingSession(options, pool, TimeProvider.System);
        return TrainingLoop.Run(session, watch, CancellationToken.None);
    }

    private sealed class Watch : IRunObserver
    {
        public int Crossings { get; private set; }

        public HashSet<ulong> Deciding { get; } = [];

        public List<(MeasuredStep Fresh, bool IsReached)> Confirmations { get; } = [];

        public void OnStarted(TrainingRun run)
        {
        }

        public void OnProgress(RunProgress progress)
        {
        }

        public void OnMeasured(MeasuredStep measured)
        {
            Deciding.UnionWith(measured.Judged!.Hashes);
            Crossings += measured.Teacher.Reaches(Until) ? 1 : 0;
        }

        public void OnConfirmed(MeasuredStep fresh, bool isReached) => Confirmations.Add((fresh, isReached));

        public void OnFinished(MeasuredStep final)
        {
        }
    }
}
