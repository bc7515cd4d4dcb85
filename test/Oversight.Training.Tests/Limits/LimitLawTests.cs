using System.Collections.Immutable;
using Oversight.Learning.Options;
using Oversight.Methods;
using Oversight.Methods.WeakToStrong;
using Oversight.Numerics;
using Oversight.Reports.Comparisons;
using Oversight.Runs.Options;
using Oversight.Runs.Rounds;
using Oversight.Training.Tests.Runs;

namespace Oversight.Training.Tests.Limits;

/// <summary>
/// A limit is a wall, and the same one for every method: never passed, and reached exactly where nothing else ends the run.
/// </summary>
public sealed class LimitLawTests
{
    private static readonly int[] OddSteps = [1, 3, 5, 7];
    private static readonly int[] OddRounds = [1, 3, 4];
    private static readonly int[] OddQueries = [1, 7, 65, 100];

    public static TheoryData<string> AllKinds => [.. SmallRun.Names];

    public static TheoryData<string> Asking => [.. SmallRun.Asking];

    public static TheoryData<string> Imitating => ["amplify", "self-amplification"];

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void Steps_OddLimitsAndRounds_AreReachedExactly(string kind)
    {
        foreach (int steps in OddSteps)
        {
            foreach (int perRound in OddRounds)
            {
                RunResult result = SmallRun.Run(With(kind, steps, perRound));
                Assert.Equal((steps, steps, StopReason.Steps), (result.Final.Step, (int)result.Ledger.Steps, result.Stopped));
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void Steps_RaisedInTheMiddleOfRounds_SameBytesAsAtOnce(string kind)
    {
        using TemporaryFolder temporary = TemporaryFolder.InMemory();
        TrainingOptions options = With(kind, steps: 11, perRound: 4) with { Evaluation = Every(3) };
        Checkpoints.RecordedRun.Train(temporary.In("whole"), options);
        Checkpoints.RecordedRun.Train(temporary.In("parts"), options with { Steps = 1 }, threads: 2);
        foreach (int steps in (int[])[3, 5, 6])
        {
            RunResult part = Checkpoints.RecordedRun.Resume(temporary.In("parts"), options with { Steps = steps }, threads: 1 + steps % 2);
            Assert.Equal((steps, StopReason.Steps), (part.Final.Step, part.Stopped));
        }

        Checkpoints.RecordedRun.Resume(temporary.In("parts"), options, threads: 2, stopAfter: 2);
        Assert.Equal(11, Checkpoints.RecordedRun.Resume(temporary.In("parts"), options).Final.Step);
        Assert.Equal(Checkpoints.RecordedRun.Bytes(temporary.In("whole")), Checkpoints.RecordedRun.Bytes(temporary.In("parts")));
    }

    [Theory]
    [MemberData(nameof(Asking))]
    public void HumanQueries_OddLimits_AreReachedExactly(string kind)
    {
        foreach (int queries in OddQueries)
        {
            RunResult result = SmallRun.Run(WithQueries(kind, queries));
            Assert.Equal(queries, result.Ledger.HumanQueries);
            Assert.InRange(result.Ledger.HumanDecisions, queries, 100 * queries);
            Assert.Equal(SmallRun.LivingOnQueries.Contains(kind) ? StopReason.Queries : StopReason.Steps, result.Stopped);
            Assert.Equal(result.Stopped == StopReason.Steps, result.Final.Step == result.Options.Steps);
        }
    }

    [Theory]
    [MemberData(nameof(Asking))]
    public void HumanQueries_StoppedAfterEveryRoundOnSomeThreads_SameBytesAsAtOnce(string kind)
    {
        using TemporaryFolder temporary = TemporaryFolder.InMemory();
        TrainingOptions options = WithQueries(kind, 65) with
        {
            Evaluation = Every(2),
            Replay = new ReplayOptions { Batches = 2, StepsPerRound = 3 },
        };
        if (!SmallRun.LivingOnQueries.Contains(kind))
            options = options with { Steps = 5 };
        RunResult whole = Checkpoints.RecordedRun.Train(temporary.In("whole"), options);
        RunResult part = Checkpoints.RecordedRun.Train(temporary.In("parts"), options, threads: 2, stopAfter: 1);
        for (int parts = 1; part.Stopped == StopReason.Interrupted; parts++)
        {
            Assert.InRange(parts, 1, whole.Final.Round + whole.Final.Step);
            part = Checkpoints.RecordedRun.Resume(temporary.In("parts"), threads: 1 + parts % 2, stopAfter: 1);
        }

        Assert.Equal(whole.Stopped, part.Stopped);
        Assert.Equal(whole.Stopped, Checkpoints.RecordedRun.Resume(temporary.In("parts")).Stopped);
        Assert.Equal(Checkpoints.RecordedRun.Bytes(temporary.In("whole")), Checkpoints.RecordedRun.Bytes(temporary.In("parts")));
    }

    [Theory]
    [MemberData(nameof(Imitating))]
    public void HumanInitial_OddNumbers_AreReachedAndXBegins(string kind)
    {
        foreach (int initial in (int[])[0, 1, 7, 65])
        {
            var human = new HumanOptions { Initial = initial, Rate = initial == 0 ? 1 : 0 };
            RunResult result = SmallRun.Run(SmallRun.Kinds[kind] with { Steps = 2, Human = human });
            Assert.Equal((2, StopReason.Steps), (result.Final.Step, result.Stopped));
            Assert.True(initial == 0 ? result.Ledger.HumanQueries > 0 : result.Ledger.HumanQueries == initial);
        }
    }

    [Fact]
    public void HumanInitial_ManyOfThem_AreAskedOverSeveralRoundsAndReached()
    {
        TrainingOptions options = SmallRun.Kinds["amplify"] with { Steps = 1, Human = new HumanOptions { Initial = 5000, Rate = 0 } };
        using var pool = new WorkerPool(1);
        using var run = new TrainingRun(options, pool);
        run.NextRound();
        Assert.Equal(4096, run.Ledger.HumanQueries);
        run.NextRound();
        Assert.Equal((5000, 0), (run.Ledger.HumanQueries, run.Steps));
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void Minutes_UsedUp_EndTheRunAfterTheRoundAtHandBeItOneOfPreparing(string kind)
    {
        var neverReady = new HumanModelOptions { ReadyBelow = 0, Width = 8 };
        TrainingOptions options = SmallRun.Kinds[kind] with { Minutes = 5, Steps = 1000, HumanModel = neverReady };
        var clock = new TickingTime(TimeSpan.FromMinutes(1));
        using var pool = new WorkerPool(1);
        using var session = new TrainingSession(options, pool, clock);
        RunResult result = TrainingLoop.Run(session, new ObserverGroup(), CancellationToken.None);
        Assert.Equal(StopReason.Minutes, result.Stopped);
        Assert.InRange(result.Final.Round, 1, 5);
    }

    [Theory]
    [InlineData("amplify", 65, 7)]
    [InlineData("amplify", 300, 1)]
    [InlineData("self-amplification", 65, 64)]
    public void HumanInitial_MoreThanAllQueries_XBeginsOnceTheseAreUsedUp(string kind, int initial, int queries)
    {
        RunResult result = SmallRun.Run(SmallRun.Kinds[kind] with { Human = new HumanOptions { Initial = initial, Queries = queries } });
        Assert.Equal((6, queries, StopReason.Steps), (result.Final.Step, (int)result.Ledger.HumanQueries, result.Stopped));
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void Run_AnyMethod_PreparingIsCountedApart(string kind)
    {
        TrainingOptions options = With(kind, steps: 5, perRound: 3);
        RunResult result = SmallRun.Run(options, threads: 2);
        bool isWeak = options.Method == BuiltInMethods.Get("weak-to-strong");
        Assert.Equal(isWeak ? options.Get<WeakToStrongOptions>().Pretraining : 0, result.Ledger.PreparingSteps);
        bool prepares = isWeak || options.Method.ImitatesHuman;
        Assert.Equal(prepares, result.Final.PreparingRounds > 0);
        // One round to make the first targets, then a whole round of three steps; the next is cut.
        Assert.Equal(2, result.Final.Round - result.Final.PreparingRounds);
        if (isWeak)
            Assert.Equal(Math.Max(options.Get<WeakToStrongOptions>().Steps, options.Get<WeakToStrongOptions>().Pretraining), result.Final.PreparingRounds);
        Assert.Equal(SmallRun.LineOf(result), SmallRun.LineOf(SmallRun.Run(options)));
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void Evaluation_EveryFewSteps_IsAtTheseStepsWhateverARoundIs(string kind)
    {
        using TemporaryFolder temporary = TemporaryFolder.InMemory();
        TrainingOptions options = With(kind, steps: 11, perRound: 4) with { Evaluation = Every(3) };
        Checkpoints.RecordedRun.Train(temporary.In("run"), options);
        ImmutableArray<RecordedStep> steps = RecordedRun.ReadSteps(File.ReadAllText(temporary.In("run", "metrics.jsonl")));
        Assert.Equal([3, 6, 9, 11], steps.Select(step => step.Step));
    }

    private static EvaluationOptions Every(int steps) => new() { Every = steps, Contexts = 1, FinalContexts = 1 };

    private static TrainingOptions With(string kind, int steps, int perRound) =>
        SmallRun.Kinds[kind] with { Steps = steps, Replay = new ReplayOptions { Batches = 2, StepsPerRound = perRound } };

    /// <summary>A limit of queries with steps enough to reach it.</summary>
    private static TrainingOptions WithQueries(string kind, int queries)
    {
        TrainingOptions options = SmallRun.Kinds[kind];
        return options with { Steps = 40, Human = new HumanOptions { Initial = 5, Rate = 100, Least = 8, Queries = queries } };
    }
}
