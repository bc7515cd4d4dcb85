using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Learning.Options;
using Oversight.Methods;
using Oversight.Methods.WeakToStrong;
using Oversight.Numerics;
using Oversight.Runs.Options;
using Oversight.Runs.Questions;
using Oversight.Runs.Rounds;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Targets;

public sealed class WeakToStrongTargetsTests : IDisposable
{
    private const int Contexts = 4;
    private const int PerContext = 16;
    private static readonly AlgorithmicTask Task = Fixture.SmallTask;
    private readonly WorkerPool _pool = new(1);
    private readonly TrainingOptions _options = new()
    {
        Task = "permutation-powering",
        Preset = "small",
        Method = BuiltInMethods.Get("weak-to-strong"),
        Batch = new BatchOptions { Contexts = Contexts, Questions = PerContext },
        Assistant = Fixture.AssistantOptions(AssistantKind.Lookup),
        Own = new WeakToStrongOptions { Layers = 1, Width = 12, Pretraining = 10, Ramp = 4 },
    };

    private readonly Question[] _questions;

    public WeakToStrongTargetsTests()
    {
        RandomStream random = Fixture.Key("weak").Stream();
        _questions =
        [
            .. Enumerable.Range(0, Contexts).Select(_ => Task.DrawContext(Difficulty.Full, random))
                .SelectMany(context => Enumerable.Range(0, PerContext).Select(_ => Task.DrawQuestion(context, random)).ToArray()),
        ];
    }

    public void Dispose() => _pool.Dispose();

    [Fact]
    public void Make_NoErrors_TargetsAreTheSupervisorsAnswersAndCostNoLabel()
    {
        (Answer[] targets, Answer[] weak, _, OversightLedger spent) = Make(_options, steps: 10);
        Assert.Equal(weak, targets);
        Assert.Equal(new OversightLedger(), spent);
    }

    [Fact]
    public void Make_SupervisorErrs_ThatShareOfTargetsIsAnother()
    {
        (Answer[] targets, Answer[] weak, _, _) = Make(_options with { Overseer = new OverseerOptions { Error = 0.5 } }, steps: 10);
        Assert.InRange(targets.Zip(weak).Count(pair => pair.First != pair.Second) / (double)targets.Length, 0.3, 0.65);
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(12, 0.5)]
    [InlineData(14, 1)]
    [InlineData(1000, 1)]
    public void Make_ConfidenceLoss_ShareOfOwnAnswersRisesToIts(int steps, double share)
    {
        TrainingOptions confident = _options with { Own = _options.Get<WeakToStrongOptions>() with { Confidence = 1 } };
        (Answer[] targets, Answer[] weak, Answer[] own, _) = Make(confident, steps);
        int[] told = [.. Enumerable.Range(0, targets.Length).Where(i => weak[i] != own[i])];
        Assert.True(told.Length > 20, $"The two give the same answers but for {told.Length}.");
        Assert.All(targets.Index(), target => Assert.True(target.Item == weak[target.Index] || target.Item == own[target.Index]));
        Assert.InRange(told.Count(i => targets[i] == own[i]) / (double)told.Length, share - 0.2, share + 0.2);
    }

    private (Answer[] Targets, Answer[] Weak, Answer[] Own, OversightLedger Spent) Make(TrainingOptions options, int steps)
    {
        AssistantNetwork network = AssistantNetwork.Create(Task, options.Assistant);
        using Neural.ParameterVector teacher = Fixture.Weights(network.Layout);
        using var supervisor = new WeakSupervisor(Task, options.Learner, options.Get<WeakToStrongOptions>(), Fixture.Key("supervisor"), _pool);
        using Neural.ParameterVector noise = Fixture.Weights(supervisor.Network.Layout, seed: 2);
        supervisor.Weights.CopyFrom(noise);
        var curriculum = new Curriculum(Task, options.Curriculum);
        var parts = new MethodParts(options, network, teacher, null, null, null, curriculum, () => steps, Fixture.Key("run"))
        {
            Memory = new Neural.BufferPool(),
            Student = null!,
            Pool = _pool,
        };
        using var maker = new WeakToStrongTargets(parts, supervisor, Contexts);
        var targets = new Answer[_questions.Length];
        maker.Make(_questions, targets, Fixture.Key("work"));
        return (targets, Answers(supervisor.Network, supervisor.Weights), Answers(network, teacher), maker.Spent);
    }

    private Answer[] Answers(AssistantNetwork network, Neural.ParameterVector weights)
    {
        using var assistant = new TransformerAssistant(network, weights, Contexts, PerContext);
        var answers = new Answer[_questions.Length];
        assistant.Answer(_questions, answers);
        return answers;
    }
}
