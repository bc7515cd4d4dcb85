using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Learning.Options;
using Oversight.Methods.RewardModelling;
using Oversight.Neural;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Targets;

public sealed class RewardModellingTargetsTests
{
    private const int Contexts = 3;
    private const int PerContext = 8;

    [Fact]
    public void BestOf_AnyAnswerMayBeProposed_TakesTheTwoWithMostReward()
    {
        var options = new RewardModellingOptions { Proposals = 200, Explore = 1 };
        float[] rewards = [0.1f, 0.4f, 0.05f, 0.3f, 0.15f];
        Assert.Equal((1, 3), options.BestOf([0, 0, 1, 0, 0], rewards, Fixture.Key("draw").Stream()));
    }

    [Fact]
    public void BestOf_XIsSureAndNothingIsExplored_NothingToChooseFrom()
    {
        var options = new RewardModellingOptions { Proposals = 50, Explore = 0 };
        Assert.Equal((2, 2), options.BestOf([0, 0, 1, 0, 0], [0.1f, 0.4f, 0.05f, 0.3f, 0.15f], Fixture.Key("draw").Stream()));
    }

    [Fact]
    public void Make_RewardModelKnowsNothing_NoTargetUnlessAlways()
    {
        Assert.All(Make(new RewardModellingOptions { Sure = 1 }, out _), target => Assert.True(target.IsUnknown));
        Answer[] always = Make(new RewardModellingOptions { Sure = 0.5, Proposals = 32 }, out OversightLedger spent);
        Assert.InRange(always.Count(target => !target.IsUnknown), always.Length / 2, always.Length);
        Assert.Equal(new OversightLedger(QuestionsAnswered: always.Length, AssistantCalls: 1), spent);
    }

    private static Answer[] Make(RewardModellingOptions options, out OversightLedger spent)
    {
        AlgorithmicTask task = TaskCatalog.Create("sum_c2_l3");
        AssistantNetwork network = AssistantNetwork.Create(task, Fixture.AssistantOptions(AssistantKind.Lookup));
        using ParameterVector x = Fixture.Weights(network.Layout);
        using ParameterVector reward = Fixture.Weights(network.Layout, seed: 2);
        RandomStream random = Fixture.Key("best of").Stream();
        Question[] questions = [.. Enumerable.Range(0, Contexts).Select(_ => task.DrawContext(Difficulty.Full, random))
            .SelectMany(context => Enumerable.Range(0, PerContext).Select(_ => task.DrawQuestion(context, random)))];
        using var maker = new RewardModellingTargets(
            options, network.Answers, new TransformerAssistant(network, x, Contexts, PerContext), new TransformerAssistant(network, reward, Contexts, PerContext));
        var targets = new Answer[questions.Length];
        maker.Make(questions, targets, Fixture.Key("work"));
        spent = maker.Spent;
        return targets;
    }
}
