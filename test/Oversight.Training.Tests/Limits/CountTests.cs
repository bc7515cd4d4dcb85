using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Learning.Options;
using Oversight.Methods;
using Oversight.Methods.IteratedAmplification;
using Oversight.Neural;
using Oversight.Numerics;
using Oversight.Reports.Comparisons;
using Oversight.Runs.Folders;
using Oversight.Runs.Options;
using Oversight.Runs.Overseers;
using Oversight.Runs.Processes;
using Oversight.Runs.Questions;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Limits;

/// <summary>Counts that were once never reached, passed, or silently ignored.</summary>
public sealed class CountTests
{
    private const int Contexts = 3;
    private const int PerContext = 4;

    [Theory]
    [InlineData("amplify", "human.queries")]
    [InlineData("self-amplification", "human.queries")]
    [InlineData("reward-modelling", "human.queries")]
    [InlineData("amplify-scripted", "human.queries")]
    [InlineData("expert by decomposition", "human.queries")]
    public void TryApply_NoQueriesWhereXLearnsFromH_RefusedByBothNames(string kind, string path)
    {
        Assert.False(BuiltInMethods.Schema.TryApply(SmallRun.Kinds[kind], [$"{path}=0"], out _, out string? error));
        Assert.Contains($"{path} is 0", error, StringComparison.Ordinal);
        Assert.Contains(Setting.Format(SmallRun.Kinds[kind].Method), error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("supervised")]
    [InlineData("debate")]
    [InlineData("weak-to-strong")]
    [InlineData("expert-iteration")]
    public void Run_NoQueriesWhereHIsNeverAsked_ReachesItsSteps(string kind)
    {
        TrainingOptions before = SmallRun.Kinds[kind];
        Assert.True(BuiltInMethods.Schema.TryApply(before, ["human.queries=0"], out TrainingOptions? options, out string? error), error);
        RunResult result = SmallRun.Run(options);
        Assert.Equal((options.Steps, 0, StopReason.Steps), (result.Final.Step, (int)result.Ledger.HumanQueries, result.Stopped));
    }

    [Fact]
    public void TryApply_HIsNeverAsked_RefusedByAllNames()
    {
        Assert.False(BuiltInMethods.Schema.TryApply(SmallRun.Kinds["amplify"], ["human.initial=0", "human.rate=0"], out _, out string? error));
        Assert.Contains("human.initial, human.rate and human.least are all 0", error, StringComparison.Ordinal);
    }

    [Fact]
    public void TryApply_OneProposalToChooseFrom_Refused() =>
        Assert.False(BuiltInMethods.Schema.TryApply(SmallRun.Kinds["reward-modelling"], ["reward.proposals=1"], out _, out _));

    [Fact]
    public void TryApply_SupervisorsWidthNoMultipleOfHeads_Refused()
    {
        TrainingOptions options = SmallRun.Kinds["weak-to-strong"] with { Assistant = Fixture.AssistantOptions(AssistantKind.Published) };
        Assert.False(BuiltInMethods.Schema.TryApply(options, ["weak.width=9"], out _, out string? error));
        Assert.Contains("weak.width is 9; it must be a multiple of assistant.heads, which is 2", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Observe_FullAgreementWanted_IsReached()
    {
        var curriculum = new Curriculum(Fixture.SmallTask, new CurriculumOptions { Grow = true, Promote = 1, Frontier = 1 });
        RandomStream random = Fixture.Key("agreement").Stream();
        for (int i = 0; i < 600 && (curriculum.OpenClasses == 1 || curriculum.Difficulty.Level == 0); i++)
        {
            Context context = Fixture.SmallTask.DrawContext(Difficulty.Full, random);
            Question[] questions = [.. Enumerable.Range(0, 64).Select(_ => Fixture.SmallTask.DrawQuestion(context, random))];
            curriculum.Observe(questions, [.. questions.Select(_ => true)]);
        }

        Assert.True(curriculum.OpenClasses > 1);
        Assert.True(curriculum.Difficulty.Level > 0);
    }

    [Fact]
    public void NextRound_SupervisedWithACurriculum_Grows()
    {
        TrainingOptions options = Presets.Create("permutation-powering", TaskPreset.Small, BuiltInMethods.Get("supervised"));
        var growing = new CurriculumOptions { Grow = true, Patience = 3, Promote = 0.1 };
        using var pool = new WorkerPool(1);
        using var run = new TrainingRun(options with { Curriculum = growing }, pool);
        for (int i = 0; i < 60 && run.Progress(0).Difficulty == "0"; i++)
            run.NextRound();
        Assert.Equal("1", run.Progress(0).Difficulty);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(11)]
    public void Make_FewerQueriesThanQuestions_CostsAndTargetsAreThoseOfTheFirst(int allowed)
    {
        (Answer[] cut, OversightLedger spent, int unasked) = Amplify(Contexts * PerContext, allowed);
        (Answer[] first, OversightLedger expected, _) = Amplify(allowed, allowance: long.MaxValue);
        Assert.Equal(first, cut[..allowed]);
        Assert.All(cut[allowed..], target => Assert.True(target.IsUnknown));
        Assert.Equal((expected, Contexts * PerContext - allowed), (spent, unasked));
        Assert.Equal(allowed, spent.HumanQueries);
    }

    [Fact]
    public void RewardModelling_QueriesUsedUp_GoesOnWithTheModelAsItStands()
    {
        TrainingOptions options = SmallRun.Kinds["reward-modelling"];
        using var pool = new WorkerPool(1);
        using var run = new TrainingRun(options with { Steps = 30, Human = new HumanOptions { Queries = 7 } }, pool);
        while (run.Ledger.HumanQueries < 7)
            run.NextRound();
        OversightLedger before = run.Ledger;
        float[] model = ModelOf(run);
        while (run.End is null)
            run.NextRound();
        Assert.Equal(model, ModelOf(run));
        OversightLedger after = run.Ledger;
        Assert.Equal(before.HumanQueries, after.HumanQueries);
        Assert.Equal((before.HumanDecisions, before.FactsRead), (after.HumanDecisions, after.FactsRead));
        Assert.Equal((30, StopReason.Steps), (run.Steps, run.End));
    }

    [Fact]
    public void Parse_LineOfAnOlderProgram_PreparingStepsAreTakenOutOfItsSteps()
    {
        using var pool = new WorkerPool(1);
        using var run = new TrainingRun(SmallRun.Kinds["weak-to-strong"], pool);
        while (run.End is null)
            run.NextRound();
        string line = MetricsLine.Format(run.Task, run.Evaluate(0));
        RecordedStep now = RecordedStep.Parse(line);
        Assert.Equal((6, 2L), (now.Step, now.PreparingSteps));
        string older = line.Replace("\"preparingSteps\":2,", "", StringComparison.Ordinal)
            .Replace("\"step\":6", "\"step\":8", StringComparison.Ordinal);
        RecordedStep then = RecordedStep.Parse(older).CountedApart(2);
        Assert.Equal((6, 2L), (then.Step, then.PreparingSteps));
        Assert.Equal(now, now.CountedApart(2) with { TeacherByClass = now.TeacherByClass, AmplifiedByClass = now.AmplifiedByClass });
    }

    [Fact]
    public void ReplayBuffer_OfManyBatches_TakesRoomAsItFills()
    {
        int made = 0;
        var buffer = new ReplayBuffer<object>(100_000, () => made++);
        for (int i = 0; i < 5; i++)
            buffer.Publish();
        Assert.Equal((6, 5), (made, buffer.Count));
    }

    private static float[] ModelOf(TrainingRun run) =>
        run.TrainingVectors.Single(vector => vector.Prefix == "rewardModel.average.").Vector.Values.ToArray();

    private static (Answer[] Targets, OversightLedger Spent, int Unasked) Amplify(int questions, long allowance)
    {
        AlgorithmicTask task = Fixture.TinyTask;
        RandomStream random = Fixture.Key("cut").Stream();
        Context[] contexts = [.. Enumerable.Range(0, Contexts).Select(_ => task.DrawContext(Difficulty.Full, random))];
        IEnumerable<int> places = Enumerable.Range(0, PerContext);
        Question[] asked = [.. contexts.SelectMany(context => places.Select(_ => task.DrawQuestion(context, random)))];
        AssistantNetwork network = AssistantNetwork.Create(task, Fixture.AssistantOptions(AssistantKind.Lookup));
        using ParameterVector weights = Fixture.Weights(network.Layout);
        var crew = new AmplifyCrew(network, weights, _ => task.Human, Contexts, PerContext);
        using var maker = new AmplifyTargets(new AmplifyOptions(), crew, isHuman: true) { Allowance = allowance };
        var targets = new Answer[questions];
        maker.Make(asked.AsSpan(0, questions), targets, Fixture.Key("work"));
        return (targets, maker.Spent, maker.Unasked);
    }
}
