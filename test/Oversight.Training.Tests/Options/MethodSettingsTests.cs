using Oversight.Learning.Options;
using Oversight.Methods;
using Oversight.Methods.WeakToStrong;
using Oversight.Numerics;
using Oversight.Runs.Folders;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Tasks;

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

    public static TheoryData<string> Methods() => [.. BuiltInMethods.All.Names];

    [Theory]
    [MemberData(nameof(Methods))]
    public void AreRead_OthersChanged_SameFigures(string name)
    {
        LearningMethod method = BuiltInMethods.Get(name);
        TrainingOptions options = Short(method);
        string[] unread = [.. Others.Where(assignment => !BuiltInMethods.Schema.IsRead(method, BuiltInMethods.Schema.Find(assignment.Split('=')[0])!))];
        Assert.True(BuiltInMethods.Schema.TryApply(options, unread, out TrainingOptions? changed, out string? error), error);
        // Settings of other methods do not even stand in the options; those of every run do.
        bool isForAll = unread.Any(assignment => OptionsJson.Write(options).ContainsKey(assignment.Split('.')[0]));
        Assert.Equal(isForAll, options != changed);
        Assert.Equal(FiguresOf(options), FiguresOf(changed));
    }

    [Theory]
    [InlineData("debate", "debate.judge=coin")]
    [InlineData("expert-iteration", "expert.verifier=coin")]
    [InlineData("reward-modelling", "reward.comparer=coin")]
    [InlineData("weak-to-strong", "weak.pretraining=2")]
    [InlineData("self-amplification", "human.initial=16")]
    [InlineData("amplify-scripted", "amplify.unknownWeight=0.7")]
    [InlineData("supervised", "overseer.error=0.5")]
    public void AreRead_OneOfThemChanged_OtherFigures(string name, string assignment)
    {
        LearningMethod method = BuiltInMethods.Get(name);
        TrainingOptions options = Short(method);
        Assert.True(BuiltInMethods.Schema.IsRead(method, BuiltInMethods.Schema.Find(assignment.Split('=')[0])!));
        Assert.True(BuiltInMethods.Schema.TryApply(options, [assignment], out TrainingOptions? changed, out string? error), error);
        Assert.NotEqual(FiguresOf(options), FiguresOf(changed));
    }

    [Fact]
    public void AreRead_EverySetting_ByAtLeastOneMethod() => Assert.All(
        BuiltInMethods.Schema.Settings,
        setting => Assert.Contains(BuiltInMethods.All.All, method => BuiltInMethods.Schema.IsRead(method, setting)));

    private static TrainingOptions Short(LearningMethod method)
    {
        TrainingOptions options = Presets.Create("wildcard-search", TaskPreset.Tiny, method);
        return options with
        {
            Batch = new BatchOptions { Contexts = 2, Questions = 8, Shards = 2 },
            Assistant = options.Assistant with { Layers = 2, Width = 16 },
            Human = options.Human with { Initial = 32 },
            HumanModel = options.HumanModel with { Width = 16, ReadyBelow = 1000 },
            Own = options.Own is WeakToStrongOptions weak ? weak with { Layers = 1, Width = 16, Steps = 2, Pretraining = 1 } : options.Own,
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
