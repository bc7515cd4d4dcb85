using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Learning.Options;
using Oversight.Methods;
using Oversight.Methods.RewardModelling;
using Oversight.Neural;
using Oversight.Numerics;
using Oversight.Protocols.RewardModelling;
using Oversight.Runs.Rounds;
using Oversight.Tasks;

namespace Oversight.Training.Tests.RewardModelling;

public sealed class AnswerRewardModelTests
{
    private const int Contexts = 3;
    private const int PerContext = 4;
    private readonly AlgorithmicTask _task = TaskCatalog.Create("sum_c2_l3");
    private readonly Question[] _questions;
    private readonly Answer[] _firsts;
    private readonly Answer[] _seconds;
    private readonly Preference[] _preferences;

    public AnswerRewardModelTests()
    {
        RandomStream random = Fixture.Key("pairs").Stream();
        Context[] contexts = [.. Enumerable.Range(0, Contexts).Select(_ => _task.DrawContext(Difficulty.Full, random))];
        _questions = [.. contexts.SelectMany(context => Enumerable.Range(0, PerContext).Select(_ => _task.DrawQuestion(context, random)))];
        Answer[] order = [.. _questions.Select((_, i) => _task.Answers[i % _task.Answers.Length])];
        Answer[] others = [.. _questions.Select((_, i) => _task.Answers[(i + 2) % _task.Answers.Length])];
        (_firsts, _seconds) = (order, others);
        _preferences = [.. _questions.Select((_, i) => (Preference)(i % 3))];
    }

    [Theory]
    [InlineData(AssistantKind.Lookup)]
    [InlineData(AssistantKind.Published)]
    public void Learn_Pairs_GradientIsThatOfBradleyTerry(AssistantKind network)
    {
        using var pool = new WorkerPool(1);
        using AnswerRewardModel model = NewModel(network, pool);
        ParameterVector weights = model.Vectors[0].Vector;
        int[] places = Places(weights.Values.Length);
        double[] expected = [.. places.Select(place => Slope(model, weights, place))];
        model.Weigh(_questions);
        (double loss, _) = model.Learn(_questions, _firsts, _seconds, _preferences);
        Assert.InRange(loss, 0.1, 5);
        for (int i = 0; i < places.Length; i++)
            Assert.InRange(model.Gradients.Values[places[i]] - expected[i], -0.01 - 0.05 * Math.Abs(expected[i]), 0.01 + 0.05 * Math.Abs(expected[i]));
        Assert.Contains(expected, slope => Math.Abs(slope) > 0.02);
    }

    [Theory]
    [InlineData(AssistantKind.Lookup)]
    [InlineData(AssistantKind.Published)]
    public void Learn_SamePairsAgainAndAgain_PreferredAnswersAreHeldToBeBetter(AssistantKind network)
    {
        using var pool = new WorkerPool(1);
        using AnswerRewardModel model = NewModel(network, pool);
        double first = Loss(model);
        for (int i = 0; i < 40; i++)
        {
            model.Weigh(_questions);
            model.Learn(_questions, _firsts, _seconds, _preferences);
        }

        Assert.Equal(40, model.Steps);
        Assert.InRange(Loss(model), 0, first / 2);
    }

    [Fact]
    public void Learn_NothingTold_TakesNoStep()
    {
        using var pool = new WorkerPool(1);
        using AnswerRewardModel model = NewModel(AssistantKind.Lookup, pool);
        float[] before = model.Weights.Values.ToArray();
        model.Weigh(_questions);
        (double loss, double norm) = model.Learn(_questions, _firsts, _seconds, new Preference[_questions.Length]);
        Assert.Equal((double.NaN, 0), (loss, norm));
        Assert.Equal(0, model.Steps);
        Assert.Equal(before, model.Weights.Values.ToArray());
    }

    private AnswerRewardModel NewModel(AssistantKind network, WorkerPool pool)
    {
        var options = new TrainingOptions
        {
            Task = "wildcard-search",
            Preset = "tiny",
            Method = BuiltInMethods.Get("reward-modelling"),
            Assistant = Fixture.AssistantOptions(network) with { Rate = 0.01 },
            Batch = new BatchOptions { Contexts = Contexts, Questions = PerContext, Shards = 2 },
            Own = new RewardModellingOptions { Questions = PerContext },
        };
        return new AnswerRewardModel(AssistantNetwork.Create(_task, options.Assistant), options.Learner, PerContext, Fixture.Key("reward"), pool);
    }

    private double Slope(AnswerRewardModel model, ParameterVector weights, int place)
    {
        const float Step = 1e-2f;
        float before = weights.Values[place];
        weights.Values[place] = before + Step;
        double above = Loss(model);
        weights.Values[place] = before - Step;
        double below = Loss(model);
        weights.Values[place] = before;
        return (above - below) / (2 * Step);
    }

    /// <summary>The mean of -log p(preferred is better), from the definition.</summary>
    private double Loss(AnswerRewardModel model)
    {
        ReadOnlySpan<float> probabilities = model.Weigh(_questions);
        var codec = new AnswerCodec(_task);
        double loss = 0;
        int told = 0;
        for (int i = 0; i < _questions.Length; i++)
        {
            if (_preferences[i] == Preference.Neither)
                continue;
            float p = probabilities[i * codec.Count + codec.NumberOf(_firsts[i].Words)];
            float q = probabilities[i * codec.Count + codec.NumberOf(_seconds[i].Words)];
            loss -= Math.Log((_preferences[i] == Preference.First ? p : q) / (p + q));
            told++;
        }

        return loss / told;
    }

    private static int[] Places(int count)
    {
        RandomStream random = Fixture.Key("places").Stream();
        return [.. Enumerable.Range(0, 60).Select(_ => random.Next(count))];
    }
}
