using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Learning.Options;
using Oversight.Methods.Debate;
using Oversight.Neural;
using Oversight.Runs.Options;
using Oversight.Runs.Overseers;
using Oversight.Runs.Targets;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Targets;

/// <summary>Debate as a source of targets, with an X that knows nothing: what stands is right as far as debaters think ahead.</summary>
public sealed class DebateVerifierTests
{
    private const int Contexts = 4;
    private const int PerContext = 16;

    public static TheoryData<string> Configurations => ["sum_c2_l3", "sum_c2_l3_mod8", "graph_c8_l1"];

    [Theory]
    [MemberData(nameof(Configurations))]
    public void Make_DebatersThinkToTheEnd_EveryTargetIsRight(string configuration)
    {
        var world = new World(configuration);
        Answer[] targets = world.Make(new DebateOptions { Ahead = 3, Proposals = 6, Temperature = 3 }, error: 0, out OversightLedger spent);
        Assert.InRange(targets.Count(target => !target.IsUnknown), 8, targets.Length);
        Assert.True(world.AreRight(targets));
        Assert.InRange(spent.JudgeLookUps, targets.Count(target => !target.IsUnknown), 6 * targets.Length);
        Assert.Equal((0, 0, 0, 0), (spent.RewardQueries, spent.Labels, spent.HumanQueries, spent.FactsRead));
        Assert.True(spent.QuestionsAnswered > targets.Length && spent.AssistantCalls > 1);
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public void Make_JudgeIsAlwaysWrong_NoTargetIsRight(string configuration)
    {
        var world = new World(configuration);
        Answer[] targets = world.Make(new DebateOptions { Ahead = 3 }, error: 1, out _);
        Assert.Contains(targets, target => !target.IsUnknown);
        Assert.Equal(0, world.Right(targets));
    }

    [Theory]
    [MemberData(nameof(Configurations))]
    public void Make_Coin_SomeOfWhatIsProposedStandsAndNothingIsLookedUp(string configuration)
    {
        var world = new World(configuration);
        var coin = new DebateOptions { Judge = JudgeKind.Coin, Proposals = 2, Temperature = 5 };
        Answer[] targets = world.Make(coin, error: 0, out OversightLedger spent);
        Assert.InRange(targets.Count(target => !target.IsUnknown), 1, 9 * targets.Length / 10);
        Assert.Equal(0, spent.JudgeLookUps);
    }

    [Fact]
    public void Make_SameKey_SameTargets_OtherKey_OtherDraws()
    {
        var world = new World("graph_c8_l1");
        var options = new DebateOptions { Slips = 0.5 };
        Answer[] targets = world.Make(options, error: 0.3, out _);
        Assert.Equal(targets, world.Make(options, error: 0.3, out _));
        Assert.NotEqual(targets, world.Make(options, error: 0.3, out _, key: "other"));
    }

    private sealed class World
    {
        private readonly AlgorithmicTask _task;
        private readonly Context[] _contexts;
        private readonly Question[] _questions;

        public World(string configuration)
        {
            _task = TaskCatalog.Create(configuration);
            RandomStream random = Fixture.Key("debate").Child(configuration).Stream();
            _contexts = [.. Enumerable.Range(0, Contexts).Select(_ => _task.DrawContext(Difficulty.Full, random))];
            _questions = [.. _contexts.SelectMany(context => Enumerable.Range(0, PerContext).Select(_ => _task.DrawQuestion(context, random)))];
        }

        public int Right(Answer[] targets) => Enumerable.Range(0, targets.Length).Count(i => !targets[i].IsUnknown && IsRight(i, targets[i]));

        public bool AreRight(Answer[] targets) => Enumerable.Range(0, targets.Length).All(i => targets[i].IsUnknown || IsRight(i, targets[i]));

        public Answer[] Make(DebateOptions options, double error, out OversightLedger spent, string key = "work")
        {
            AssistantNetwork network = AssistantNetwork.Create(_task, Fixture.AssistantOptions(AssistantKind.Lookup));
            using ParameterVector weights = Fixture.Weights(network.Layout);
            var crew = new AmplifyCrew(network, weights, _ => _task.Human, Contexts, PerContext);
            AnswerErrors? errors = AnswerErrors.Of(_task, new OverseerOptions { Error = error }, Fixture.Key("errors"));
            var verifier = new DebateVerifier(_task.Dispute!, options, network.Answers, crew.Teacher, errors);
            using var maker = new VerifiedMaker(new ProposalOptions(options.Proposals, options.Temperature), crew, verifier);
            Assert.Null(maker.TruthReader);
            var targets = new Answer[_questions.Length];
            maker.Make(_questions, targets, Fixture.Key(key));
            spent = maker.Spent;
            return targets;
        }

        private bool IsRight(int question, Answer answer) => _contexts[question / PerContext].Truth.Accepts(_questions[question].Words, answer);
    }
}
