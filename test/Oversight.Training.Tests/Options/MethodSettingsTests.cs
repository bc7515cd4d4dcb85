using Oversight.Numerics;
using Oversight.Tasks;
using Oversight.Training.Options;
using Oversight.Training.Runs;

namespace Oversight.Training.Tests.Options;

/// <summary>What a method is said not to read changes nothing of its runs.</summary>
public sealed class MethodSettingsTests
{
    /// <summary>Values that are allowed and are not the usual ones.</summary>
    private static readonly string[] Others =
    [
        "amplify.unknownWeight=0.7", "amplify.nothingWeight=0.3", "amplify.nothingUntil=7", "amplify.sample=true", "amplify.targets=own",
        "human.initial=7", "human.queries=50", "human.rate=9", "human.least=2", "human.guesses=0.1", "human.unlike=0.9",
        "humanModel.width=32", "humanModel.layers=1", "humanModel.rate=0.01", "humanModel.readyBelow=1000", "humanModel.patience=3",
        "expert.search=decomposed", "expert.proposals=9", "expert.temperature=3", "expert.sheet=3", "expert.verifier=coin",
        "debate.proposals=9", "debate.temperature=5", "debate.ahead=2", "debate.slips=0.5", "debate.judge=coin",
        "reward.proposals=5", "reward.temperature=5", "reward.explore=0.1", "reward.sure=0.5", "reward.questions=3",
        "reward.help=nobody", "reward.comparer=coin",
        "weak.width=16", "weak.layers=1", "weak.steps=3", "weak.pretraining=2", "weak.confidence=0.5", "weak.ramp=3",
        "self.humanClasses=1", "self.filter=none", "self.votes=5", "self.transcripts=3",
    ];

    public static TheoryData<TrainingMethod> Methods() => [.. Enum.GetValues<TrainingMethod>()];

    [Theory]
    [MemberData(nameof(Methods))]
    public void AreRead_OthersChanged_SameFigures(TrainingMethod method)
    {
        TrainingOptions options = Short(method);
        string[] unread = [.. Others.Where(assignment => !MethodSettings.AreRead(method, SettingsSchema.Find(assignment.Split('=')[0])!))];
        Assert.True(SettingsSchema.TryApply(options, unread, out TrainingOptions? changed, out string? error), error);
        Assert.NotEqual(options, changed);
        Assert.Equal(FiguresOf(options), FiguresOf(changed));
    }

    [Theory]
    [InlineData(TrainingMethod.Debate, "debate.judge=coin")]
    [InlineData(TrainingMethod.ExpertIteration, "expert.verifier=coin")]
    [InlineData(TrainingMethod.RewardModelling, "reward.comparer=coin")]
    [InlineData(TrainingMethod.WeakToStrong, "weak.pretraining=2")]
    [InlineData(TrainingMethod.SelfAmplification, "human.initial=16")]
    [InlineData(TrainingMethod.AmplifyScripted, "amplify.unknownWeight=0.7")]
    [InlineData(TrainingMethod.Supervised, "overseer.error=0.5")]
    public void AreRead_OneOfThemChanged_OtherFigures(TrainingMethod method, string assignment)
    {
        TrainingOptions options = Short(method);
        Assert.True(MethodSettings.AreRead(method, SettingsSchema.Find(assignment.Split('=')[0])!));
        Assert.True(SettingsSchema.TryApply(options, [assignment], out TrainingOptions? changed, out string? error), error);
        Assert.NotEqual(FiguresOf(options), FiguresOf(changed));
    }

    [Fact]
    public void AreRead_EverySetting_ByAtLeastOneMethod() => Assert.All(
        SettingsSchema.Settings,
        setting => Assert.Contains(Enum.GetValues<TrainingMethod>(), method => MethodSettings.AreRead(method, setting)));

    private static TrainingOptions Short(TrainingMethod method)
    {
        TrainingOptions options = Presets.Create("wildcard-search", TaskPreset.Tiny, method);
        return options with
        {
            Batch = new BatchOptions { Contexts = 2, Questions = 8, Shards = 2 },
            Assistant = options.Assistant with { Layers = 2, Width = 16 },
            Human = options.Human with { Initial = 32 },
            HumanModel = options.HumanModel with { Width = 16, ReadyBelow = 1000 },
            Weak = options.Weak with { Layers = 1, Width = 16, Steps = 2, Pretraining = 1 },
            Evaluation = options.Evaluation with { Contexts = 4, FinalContexts = 4 },
        };
    }

    private static string FiguresOf(TrainingOptions options)
    {
        using var pool = new WorkerPool(1);
        using var run = new TrainingRun(options, pool);
        while (run.Steps < 6 && run.Rounds < 200)
            run.NextRound();
        MeasuredStep measured = run.EvaluateFinally(0);
        string weights = Convert.ToHexString(System.Runtime.InteropServices.MemoryMarshal.AsBytes(run.Weights.Student.Values));
        return $"{weights} {MetricsLine.Format(run.Task, measured)}";
    }
}
