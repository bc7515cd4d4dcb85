using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Learning.HumanModels;
using Oversight.Learning.Options;
using Oversight.Methods;
using Oversight.Methods.WeakToStrong;
using Oversight.Neural;
using Oversight.Numerics;
using Oversight.Runs.Options;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Runs;

/// <summary>What learning does, pinned: see <see cref="AssertPinned"/> for how to pin anew after a change that is meant.</summary>
public sealed class LearningTests
{
    // On the path the losses were taken on, the last bits of logarithms may differ between systems; on another path sums are added in another order.
    private const double SamePath = 1e-6;
    private const double OtherPath = 1e-3;
    private const VectorPath PinnedOn = VectorPath.Vector512;

    public static TheoryData<string> Tasks => [.. TaskCatalog.Variants.Select(variant => variant.Name)];

    [Fact]
    public void Step_Lookup_TenLossesAreAsPinned() => AssertPinned(
        AssistantLosses(AssistantKind.Lookup),
        [3.12318125, 3.53739013, 3.49771386, 1.87124115, 2.55182342, 2.81908173, 1.75222269, 2.02996108, 2.42377487, 1.55582215]);

    [Fact]
    public void Step_Published_TenLossesAreAsPinned() => AssertPinned(
        AssistantLosses(AssistantKind.Published),
        [2.97532624, 2.94950620, 3.00440236, 2.66707370, 2.76730847, 2.72442572, 2.40335498, 2.59249114, 2.54360932, 2.14437636]);

    [Fact]
    public void Step_HumanModel_TenLossesAreAsPinned()
    {
        AlgorithmicTask task = Fixture.SmallTask;
        var options = new HumanModelOptions { Width = 16, Layers = 2, Heads = 2, Rate = 0.005, WarmUp = 4, Batch = 16 };
        var network = new HumanModelNetwork(new TranscriptCodec(task), options);
        TranscriptStore store = Fixture.Transcripts(task, network.Codec, 32, out _);
        using var pool = new WorkerPool(1);
        using var learner = new HumanModelLearner(network, options, Fixture.Key("H'"), pool);
        RandomStream random = Fixture.Key("draw").Stream();
        AssertPinned(
            [.. Enumerable.Range(0, 10).Select(_ => learner.Step(store, random))],
        [2.31062339, 2.25288111, 2.06955994, 1.94049453, 1.86825768, 1.77043673, 1.76685851, 1.69072096, 1.61671539, 1.57806702]);
    }

    [Theory]
    [InlineData(AssistantKind.Lookup)]
    [InlineData(AssistantKind.Published)]
    public void NextRound_SameSeed_SameWeightsOnAnyNumberOfThreads(AssistantKind network)
    {
        string one = Fingerprint(network, threads: 1, seed: 1);
        Assert.Equal(one, Fingerprint(network, threads: 2, seed: 1));
        Assert.Equal(one, Fingerprint(network, threads: 4, seed: 1));
        Assert.NotEqual(one, Fingerprint(network, threads: 1, seed: 2));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void NextRound_EveryTask_TrainsAndMeasuresBothNetworks(string task)
    {
        TrainAndMeasure(task, AssistantKind.Lookup);
        TrainAndMeasure(task, AssistantKind.Published);
    }

    [Fact]
    public void NextRound_SupervisedOnTiny_SoonAnswersHeldOutContexts()
    {
        TrainingOptions options = Options(AssistantKind.Lookup) with
        {
            Method = BuiltInMethods.Get("supervised"),
            Batch = new BatchOptions { Contexts = 8, Questions = 16 },
        };
        using var pool = new WorkerPool(1);
        using var run = new TrainingRun(options, pool);
        while (run.Steps < 150)
            run.NextRound();
        MeasuredStep measured = run.Evaluate(0);
        Assert.True(measured.Teacher.Overall.Share > 0.9, $"{measured.Teacher.Overall.Share} right after {measured.Step} steps.");
        Assert.True(measured.Ledger.Labels > 0);
        Assert.Equal(0, measured.Ledger.HumanQueries);
    }

    [Fact]
    public void NextRound_WeakToStrongOnTinyWildcards_LearnsItsSupervisorsAnswers()
    {
        TrainingOptions options = Presets.Create("wildcard-search", TaskPreset.Tiny, BuiltInMethods.Get("weak-to-strong"));
        using var pool = new WorkerPool(1);
        using var run = new TrainingRun(options with { Own = options.Get<WeakToStrongOptions>() with { Steps = 90, Pretraining = 60 } }, pool);
        while (run.Steps < 200)
            run.NextRound();
        MeasuredStep measured = run.EvaluateFinally(0);
        double floor = measured.Others["supervisor"].Overall.Share;
        Assert.InRange(floor, 0.4, 0.9);
        Assert.InRange(measured.Teacher.Overall.Share, floor - 0.1, 1);
        Assert.Equal(90 * options.Batch.Contexts * options.Batch.Questions, measured.Ledger.Labels);
        OversightLedger spent = measured.Ledger;
        Assert.Equal((200, 60, 90, 0), (measured.Step, spent.PreparingSteps, spent.HumanModelSteps, spent.HumanQueries));
    }

    [Fact]
    public void NextRound_SelfAmplificationOnTinyWildcards_GoesBeyondWhereHStopped()
    {
        TrainingOptions options = Presets.Create("wildcard-search", TaskPreset.Tiny, BuiltInMethods.Get("self-amplification"));
        using var pool = new WorkerPool(1);
        using var run = new TrainingRun(options with { Seed = 2, Curriculum = options.Curriculum with { Frontier = 0.7 } }, pool);
        while (run.Steps < 220)
            run.NextRound();
        MeasuredStep measured = run.EvaluateFinally(0);
        for (int i = 0; i < 10; i++)
            run.NextRound();
        Assert.Equal(measured.Ledger.HumanQueries, run.Ledger.HumanQueries);
        Assert.Equal((3, 0), (measured.OpenClasses, measured.Ledger.Labels));
        Assert.InRange(measured.Teacher.ByClass["wilds 2"].Share, 0.8, 1);
        Assert.True(measured.Teacher.ByClass["wilds 3"].Share > 0.5, $"{measured.Teacher.ByClass["wilds 3"].Share} right where H never was.");
        Assert.InRange(measured.Drift!.Value, 0.001, 0.4);
    }

    [Fact]
    public void Step_GradientIsNoNumber_LeavesTeacherAlone()
    {
        AlgorithmicTask task = Fixture.TinyTask;
        TrainingOptions options = Options(AssistantKind.Lookup) with { Batch = new BatchOptions { Contexts = 2, Questions = 3 } };
        using var pool = new WorkerPool(1);
        using var learner = new AssistantLearner(AssistantNetwork.Create(task, options.Assistant), options.Learner, Fixture.Key("X"), pool);
        TargetBatch batch = Fixture.Batch(task, 2, 3, Difficulty.Full);
        batch.Weights[0] = float.NaN;
        float[] before = learner.Teacher.Weights.Values.ToArray();
        (_, double norm) = learner.Step(batch);
        Assert.False(double.IsFinite(norm));
        Assert.Equal(0, learner.Steps);
        Assert.Equal(before, learner.Teacher.Weights.Values.ToArray());
    }

    [Fact]
    public void Step_NoTargetCounts_IsSkipped()
    {
        AlgorithmicTask task = Fixture.TinyTask;
        TrainingOptions options = Options(AssistantKind.Lookup) with { Batch = new BatchOptions { Contexts = 2, Questions = 3 } };
        using var pool = new WorkerPool(1);
        using var learner = new AssistantLearner(AssistantNetwork.Create(task, options.Assistant), options.Learner, Fixture.Key("X"), pool);
        TargetBatch batch = Fixture.Batch(task, 2, 3, Difficulty.Full);
        batch.Weights.AsSpan().Clear();
        Assert.Equal((0, 0), learner.Step(batch));
        Assert.Equal(0, learner.Steps);
    }

    [Fact]
    public void Step_BeginsAnew_TeacherWaitsForTheNewX()
    {
        AlgorithmicTask task = Fixture.TinyTask;
        TrainingOptions options = Options(AssistantKind.Lookup) with
        {
            Batch = new BatchOptions { Contexts = 2, Questions = 3 },
            Teacher = new TeacherOptions { Horizon = 1 },
        };
        options = options with { Assistant = options.Assistant with { AnewEvery = 6, AnewUntil = 11 } };
        using var pool = new WorkerPool(1);
        using var learner = new AssistantLearner(AssistantNetwork.Create(task, options.Assistant), options.Learner, Fixture.Key("X"), pool);
        TargetBatch batch = Fixture.Batch(task, 2, 3, Difficulty.Full);
        float[] teacher = [];
        double[] losses = new double[15];
        for (int step = 1; step <= 14; step++)
        {
            losses[step] = learner.Step(batch).Loss;
            Assert.Equal(step, learner.Steps);
            // After step 11 nobody begins anew.
            bool waits = step is 7 or 8;
            // With a horizon of one step the average is the student himself, but for the two steps after a new one began.
            Assert.Equal(!waits, IsNear(learner.Student.Values, learner.Teacher.Weights.Values));
            if (waits)
                Assert.Equal(teacher, learner.Teacher.Weights.Values.ToArray());
            teacher = learner.Teacher.Weights.Values.ToArray();
        }

        Assert.True(losses[6] < losses[1] && losses[7] > losses[6], "The seventh step is a new student's first.");
    }

    private static bool IsNear(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        float farthest = 0;
        for (int i = 0; i < a.Length; i++)
            farthest = Math.Max(farthest, Math.Abs(a[i] - b[i]));
        return farthest < 1e-6f;
    }

    private static void TrainAndMeasure(string task, AssistantKind network)
    {
        using var pool = new WorkerPool(1);
        using var run = new TrainingRun(Options(network) with { Task = task, Evaluation = new EvaluationOptions { Contexts = 2 } }, pool);
        for (int i = 0; i < 4; i++)
            run.NextRound();
        Assert.InRange(run.Steps, 1, 4);
        Assert.False(run.HasDiverged);
        Assert.Equal(12, run.Evaluate(0).Teacher.Overall.Asked);
    }

    private static double[] AssistantLosses(AssistantKind network)
    {
        AlgorithmicTask task = Fixture.SmallTask;
        TrainingOptions options = Options(network) with { Batch = new BatchOptions { Contexts = 6, Questions = 8, Shards = 4 } };
        options = options with { Assistant = options.Assistant with { Rate = 0.005, WarmUp = 4 } };
        using var pool = new WorkerPool(2);
        using var learner = new AssistantLearner(AssistantNetwork.Create(task, options.Assistant), options.Learner, Fixture.Key("X"), pool);
        return [.. Enumerable.Range(0, 10).Select(i => learner.Step(Fixture.Batch(task, 6, 8, new Difficulty(4 * (i % 3)), $"batch {i % 3}")).Loss)];
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void NextRound_StepsPerRound_HumanModelTakesSoMany(int steps)
    {
        TrainingOptions options = Options(AssistantKind.Lookup);
        using var pool = new WorkerPool(1);
        using var run = new TrainingRun(options with { HumanModel = options.HumanModel with { StepsPerRound = steps, IdleBelow = 0 } }, pool);
        const int rounds = 5;
        for (int i = 0; i < rounds; i++)
            run.NextRound();
        // In the first round there is nothing to imitate yet.
        Assert.Equal(steps * (rounds - 1), run.HumanModel!.Steps);
    }

    /// <summary>If a change to a network, an initialiser or a kernel is meant to change the losses, take the new ones from the message.</summary>
    private static void AssertPinned(double[] found, double[] expected)
    {
        double tolerance = Simd.Path == PinnedOn ? SamePath : OtherPath;
        bool same = found.Length == expected.Length && found.Zip(expected).All(pair => Math.Abs(pair.First - pair.Second) <= tolerance * pair.Second);
        Assert.True(same, $"Losses on {Simd.Path}: {string.Join(", ", found.Select(loss => loss.ToString("F8")))}");
    }

    /// <summary>A hash of every weight after some rounds of the whole method.</summary>
    private static string Fingerprint(AssistantKind network, int threads, long seed)
    {
        using var pool = new WorkerPool(threads);
        using var run = new TrainingRun(Options(network) with { Seed = seed }, pool);
        for (int i = 0; i < 6; i++)
            run.NextRound();
        Assert.True(run.Steps > 0 && run.HumanModel!.Steps > 0);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (ParameterVector weights in (ParameterVector[])[run.Assistant.Student, run.Assistant.Teacher.Weights, run.HumanModel.Weights])
            hash.AppendData(MemoryMarshal.AsBytes(weights.Values));
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static TrainingOptions Options(AssistantKind network) => new()
    {
        Task = "permutation-powering",
        Preset = "tiny",
        Method = BuiltInMethods.Get("amplify"),
        Assistant = network == AssistantKind.Lookup
            ? new AssistantOptions { Width = 32, Layers = 3, WarmUp = 20 }
            : Fixture.AssistantOptions(network),
        Batch = new BatchOptions { Contexts = 5, Questions = 6, Shards = 3 },
        Human = new HumanOptions { Initial = 64 },
        HumanModel = new HumanModelOptions { Width = 16, Layers = 1, Heads = 1, Batch = 16, ReadyBelow = 1000 },
        Amplify = new AmplifyOptions { AbstainBelow = 0, Sample = true },
    };
}
