using Oversight.Learning.Options;
using Oversight.Methods;
using Oversight.Methods.Debate;
using Oversight.Methods.ExpertIteration;
using Oversight.Methods.RewardModelling;
using Oversight.Methods.SelfAmplification;
using Oversight.Methods.WeakToStrong;
using Oversight.Runs.Options;
using Oversight.Runs.Rounds;
using Oversight.Training.Tests.Runs;

namespace Oversight.Training.Tests.Checkpoints;

/// <summary>Stopping and going on gives the same bytes as not stopping: weights, metrics but for times, figures, transcripts.</summary>
public sealed class ResumeTests
{
    private static readonly TrainingOptions Short = RecordedRun.Short;

    private static readonly Dictionary<string, TrainingOptions> Kinds = new()
    {
        ["amplify"] = Short,
        ["supervised"] = Short with { Method = BuiltInMethods.Get("supervised") },
        ["amplify-scripted"] = Short with { Method = BuiltInMethods.Get("amplify-scripted") },
        ["expert-iteration"] = Short with { Method = BuiltInMethods.Get("expert-iteration"), Own = new ExpertIterationOptions { Sheet = 2, Temperature = 2 } },
        ["debate"] = Short with { Task = "wildcard-search", Method = BuiltInMethods.Get("debate"), Own = new DebateOptions { Slips = 0.2 } },
        ["debate on paths"] = Short with { Task = "shortest-path", Method = BuiltInMethods.Get("debate"), Own = BuiltInMethods.Get("debate").Options, Overseer = new OverseerOptions { Error = 0.2 } },
        ["weak-to-strong"] = Short with
        {
            Method = BuiltInMethods.Get("weak-to-strong"),
            Own = new WeakToStrongOptions { Width = 8, Layers = 1, Steps = 4, Pretraining = 2, Confidence = 0.5, Ramp = 3 },
        },
        ["unprepared"] = Short with
        {
            Method = BuiltInMethods.Get("weak-to-strong"),
            Own = new WeakToStrongOptions { Width = 8, Layers = 1, Steps = 2, Pretraining = 0 },
            Overseer = new OverseerOptions { Error = 0.3 },
        },
        ["self-amplification"] = Short with { Method = BuiltInMethods.Get("self-amplification"), Own = BuiltInMethods.Get("self-amplification").Options, Human = Short.Human with { Queries = 20 } },
        ["self-consistent"] = Short with
        {
            Method = BuiltInMethods.Get("self-amplification"),
            Own = new SelfAmplificationOptions { Filter = TranscriptFilter.Consistent },
            Curriculum = new CurriculumOptions { Frontier = 0.01 },
        },
        ["reward-modelling"] = Short with { Method = BuiltInMethods.Get("reward-modelling"), Own = new RewardModellingOptions { Questions = 3, Sure = 0.5 } },
        ["reward-modelling on paths"] = Short with
        {
            Task = "shortest-path",
            Method = BuiltInMethods.Get("reward-modelling"),
            Own = new RewardModellingOptions { Questions = 3, Sure = 0.5 },
            Overseer = new OverseerOptions { Error = 0.2 },
        },
        ["grow"] = Short with { Curriculum = new CurriculumOptions { Grow = true, Patience = 1, Promote = 0, Increment = 1 } },
        ["frontier"] = Short with { Curriculum = new CurriculumOptions { Frontier = 0.01 }, Method = BuiltInMethods.Get("amplify-scripted") },
        ["replay"] = Short with { Steps = 12, Replay = new ReplayOptions { Batches = 3, StepsPerRound = 2 } },
        ["errors"] = Short with { Overseer = new OverseerOptions { Error = 0.3, ErrorKind = ErrorKind.Random } },
        ["sample"] = Short with { Amplify = new AmplifyOptions { AbstainBelow = 0, Sample = true } },
        ["published"] = Short with { Assistant = Fixture.AssistantOptions(AssistantKind.Published) },
        ["long dialogues"] = Short with { HumanModel = Short.HumanModel with { StepsPerRound = 3, IdleBelow = 0 } },
        ["averaged"] = Short with { HumanModel = Short.HumanModel with { Horizon = 5, Enough = 0.9 }, Assistant = Short.Assistant with { Enough = 0.6 }, Human = Short.Human with { Least = 1 } },
        ["anew"] = Short with { Assistant = Short.Assistant with { AnewEvery = 4, AnewUntil = 5 } },
        ["late"] = Short with { HumanModel = Short.HumanModel with { ReadyBelow = 0.001, Patience = 3 } },
    };

    public static TheoryData<string> AllKinds => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void Resume_StoppedAfterEveryRound_SameBytesAsNeverStopped(string kind)
    {
        TrainingOptions options = Kinds[kind];
        using TemporaryFolder temporary = TemporaryFolder.InMemory();
        RunResult whole = RecordedRun.Train(temporary.In("whole"), options);
        string[] expected = RecordedRun.Bytes(temporary.In("whole"));
        int rounds = whole.Final.Round;
        Assert.InRange(rounds, 3, 40);

        string path = temporary.In("parts");
        int[] threads = [2, 4, 1];
        Assert.Equal(StopReason.Interrupted, RecordedRun.Train(path, options, threads: 2, stopAfter: 1).Stopped);
        int parts = 1;
        while (RecordedRun.Resume(path, threads: threads[parts++ % 3], stopAfter: 1 + parts % 2).Stopped == StopReason.Interrupted)
            Assert.True(parts <= rounds);
        Assert.Equal(expected, RecordedRun.Bytes(path));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Train_AnyNumberOfThreads_SameBytes(int threads)
    {
        using TemporaryFolder temporary = TemporaryFolder.InMemory();
        RecordedRun.Train(temporary.In("one"), Short);
        RecordedRun.Train(temporary.In("other"), Short, threads);
        Assert.Equal(RecordedRun.Bytes(temporary.In("one")), RecordedRun.Bytes(temporary.In("other")));
    }

    [Fact]
    public void Resume_StepsUsedUpAndThenMore_SameBytesAsOneLongRun()
    {
        using TemporaryFolder temporary = TemporaryFolder.InMemory();
        TrainingOptions twice = Short with { Steps = 10 };
        RecordedRun.Train(temporary.In("long"), twice);
        Assert.Equal(StopReason.Steps, RecordedRun.Train(temporary.In("parts"), Short).Stopped);
        Assert.Equal(StopReason.Steps, RecordedRun.Resume(temporary.In("parts"), twice).Stopped);
        Assert.Equal(RecordedRun.Bytes(temporary.In("long")), RecordedRun.Bytes(temporary.In("parts")));
    }

    [Fact]
    public void Resume_NothingLeftToDo_WritesTheSameOnceMore()
    {
        using TemporaryFolder temporary = TemporaryFolder.InMemory();
        string path = temporary.In("run");
        RecordedRun.Train(path, Short);
        string[] before = RecordedRun.Bytes(path);
        File.Delete(Path.Combine(path, "checkpoints", "final.safetensors"));
        Assert.Equal(StopReason.Steps, RecordedRun.Resume(path).Stopped);
        Assert.Equal(before, RecordedRun.Bytes(path));
    }

    [Fact]
    public void Train_AskedToStopBeforeTheFirstRound_LeavesACheckpoint()
    {
        using TemporaryFolder temporary = TemporaryFolder.InMemory();
        RecordedRun.Train(temporary.In("whole"), Short);
        RecordedRun.Train(temporary.In("parts"), Short with { Minutes = 0 });
        RecordedRun.Resume(temporary.In("parts"), Short);
        Assert.Equal(RecordedRun.Bytes(temporary.In("whole")), RecordedRun.Bytes(temporary.In("parts")));
    }
}
