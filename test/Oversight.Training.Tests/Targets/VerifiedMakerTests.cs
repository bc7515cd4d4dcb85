using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Learning.Options;
using Oversight.Methods.ExpertIteration;
using Oversight.Neural;
using Oversight.Runs.Options;
using Oversight.Runs.Overseers;
using Oversight.Runs.Targets;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Targets;

public sealed class VerifiedMakerTests
{
    private const int Contexts = 4;
    private const int PerContext = 16;
    private readonly Context[] _contexts;
    private readonly Question[] _questions;

    public VerifiedMakerTests()
    {
        RandomStream random = Fixture.Key("verified").Stream();
        _contexts = [.. Enumerable.Range(0, Contexts).Select(_ => Fixture.TinyTask.DrawContext(Difficulty.Full, random))];
        _questions = [.. _contexts.SelectMany(context => Enumerable.Range(0, PerContext).Select(_ => Fixture.TinyTask.DrawQuestion(context, random)))];
    }

    [Theory]
    [InlineData(ProposalSearch.Samples, 1)]
    [InlineData(ProposalSearch.Samples, 2)]
    [InlineData(ProposalSearch.Decomposed, 3)]
    public void Make_TruthVerifies_EveryTargetIsRight(ProposalSearch search, int sheet)
    {
        Answer[] targets = Make(new ExpertIterationOptions { Search = search, Sheet = sheet, Proposals = 6, Temperature = 3 }, null, out OversightLedger spent);
        int found = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            found += targets[i].IsUnknown ? 0 : 1;
            Assert.True(targets[i].IsUnknown || _contexts[i / PerContext].Truth.Accepts(_questions[i].Words, targets[i]));
        }

        Assert.InRange(found, 1, targets.Length);
        Assert.InRange(spent.RewardQueries, found / sheet, 6 * targets.Length / sheet);
        Assert.Equal(0, spent.Labels);
        Assert.Equal(search == ProposalSearch.Decomposed, spent.HumanQueries > 0);
    }

    [Fact]
    public void Make_CoinVerifies_TargetsAreRightNoMoreOftenThanProposals()
    {
        Answer[] targets = Make(new ExpertIterationOptions { Verifier = VerifierKind.Coin }, null, out _);
        int[] found = [.. Enumerable.Range(0, targets.Length).Where(i => !targets[i].IsUnknown)];
        double right = found.Count(i => _contexts[i / PerContext].Truth.Answer(_questions[i].Words) == targets[i]) / (double)found.Length;
        Assert.InRange(right, 0, 0.6);
    }

    [Fact]
    public void Make_VerifierAlwaysWrong_NoTargetIsRight()
    {
        var errors = new AnswerErrors(Fixture.TinyTask, new OverseerOptions { Error = 1 }, Fixture.Key("errors"));
        Answer[] targets = Make(new ExpertIterationOptions { Proposals = 1 }, errors, out _);
        for (int i = 0; i < targets.Length; i++)
            Assert.False(_contexts[i / PerContext].Truth.Accepts(_questions[i].Words, targets[i]));
    }

    [Fact]
    public void Make_SameProposalTwice_IsJudgedOnce()
    {
        // At next to no temperature every proposal is the most probable answer.
        Make(new ExpertIterationOptions { Proposals = 8, Temperature = 0.05 }, null, out OversightLedger often);
        Make(new ExpertIterationOptions { Proposals = 1 }, null, out OversightLedger once);
        Assert.Equal(_questions.Length, once.RewardQueries);
        Assert.InRange(often.RewardQueries, once.RewardQueries, 2 * once.RewardQueries);
    }

    private Answer[] Make(ExpertIterationOptions options, AnswerErrors? errors, out OversightLedger spent)
    {
        AssistantNetwork network = AssistantNetwork.Create(Fixture.TinyTask, Fixture.AssistantOptions(AssistantKind.Lookup));
        using ParameterVector weights = Fixture.Weights(network.Layout);
        var crew = new AmplifyCrew(network, weights, _ => Fixture.TinyTask.Human, Contexts, PerContext);
        using var maker = new VerifiedMaker(options.Proposing, crew, new Verifier(options.Verifier == VerifierKind.Coin, errors));
        var targets = new Answer[_questions.Length];
        maker.TruthReader!.Show(_contexts);
        maker.Make(_questions, targets, Fixture.Key("work"));
        spent = maker.Spent;
        return targets;
    }
}
