using Oversight.Core;
using Oversight.Learning.Assistants;
using Oversight.Learning.Options;
using Oversight.Neural;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Assistants;

/// <summary>What is special to the published network: its pointer over the places of facts, and answers symbol by symbol.</summary>
public sealed class PublishedNetworkTests
{
    private static readonly AlgorithmicTask Task = Fixture.SmallTask;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Answer_PointerForcedToOnePlaceOfFacts_CopiesWhatStandsThere(int place)
    {
        var network = new PublishedNetwork(Task, Fixture.AssistantOptions(AssistantKind.Published));
        using ParameterVector weights = Fixture.Weights(network.Layout);
        foreach (Parameter parameter in network.Layout.Parameters.Where(parameter => parameter.Name.EndsWith(".mix.bias", StringComparison.Ordinal)))
            weights.Of(parameter)[place] = 100;
        // Four facts, far fewer than there is room for: every place that is asked for holds the same character, the others do not.
        Question question = FactsWithTheSameCharacterAt(place % 2);
        var answers = new Answer[1];
        using var assistant = new TransformerAssistant(network, weights, 1, 1);
        assistant.Answer([question], answers);
        Assert.Equal(new Answer(Word(0)), answers[0]);
        Assert.Equal(1, assistant.Confidences[0], 1e-5);
    }

    [Fact]
    public void Train_EveryAnswer_ProbabilitiesSumToOneAndTheSecondSymbolReadsTheFirst()
    {
        int size = Task.Alphabet.Size;
        var network = new PublishedNetwork(Task, Fixture.AssistantOptions(AssistantKind.Published));
        using ParameterVector weights = Fixture.Weights(network.Layout);
        using var gradients = new ParameterVector(network.Layout);
        using var tape = new Tape(weights, gradients);
        AssistantPass pass = network.Record(tape, 1, 1);
        TargetBatch batch = Fixture.Batch(Task, 1, 1, Difficulty.Full);
        double[][] probabilities = [.. Enumerable.Range(0, size).Select(first => Enumerable.Range(0, size).Select(second =>
        {
            batch.Targets[0] = new Answer(new Symbols([(byte)first, (byte)second]));
            pass.Train(batch, 0, 1, 1, gradients);
            return Math.Exp(-pass.Loss);
        }).ToArray())];
        Assert.Equal(1, probabilities.Sum(row => row.Sum()), 1e-4);
        double[] afterFirst = [.. probabilities[3].Select(joint => joint / probabilities[3].Sum())];
        double[] afterSecond = [.. probabilities[4].Select(joint => joint / probabilities[4].Sum())];
        Assert.True(afterFirst.Zip(afterSecond).Max(pair => Math.Abs(pair.First - pair.Second)) > 0.001);
    }

    [Fact]
    public void Train_KeysFoldedIntoQueries_GivesTheSameLossAndGradients()
    {
        (double loss, float[] gradients) = TrainOnce(foldsKeys: false);
        (double foldedLoss, float[] foldedGradients) = TrainOnce(foldsKeys: true);
        Assert.Equal(loss, foldedLoss, 1e-5);
        Assert.NotEqual(gradients, foldedGradients);
        for (int i = 0; i < gradients.Length; i++)
            Assert.Equal(gradients[i], foldedGradients[i], 1e-5f);

        static (double Loss, float[] Gradients) TrainOnce(bool foldsKeys)
        {
            var network = new PublishedNetwork(Task, Fixture.AssistantOptions(AssistantKind.Published)) { FoldsKeys = foldsKeys };
            using ParameterVector weights = Fixture.Weights(network.Layout);
            using var gradients = new ParameterVector(network.Layout);
            using var tape = new Tape(weights, gradients);
            AssistantPass pass = network.Record(tape, 3, 5);
            TargetBatch batch = Fixture.Batch(Task, 3, 5, Difficulty.Full);
            pass.Train(batch, 0, 3, 1f / 15, gradients);
            return (pass.Loss, gradients.Values.ToArray());
        }
    }

    private static Question FactsWithTheSameCharacterAt(int position)
    {
        int stride = position == 0 ? 1 : 4;
        Symbols[] facts = [.. Enumerable.Range(0, 4).Select(i => Word(stride * i).Join(2, Word(stride * ((i + 1) % 4))))];
        Context context = Task.ContextOf(new Facts(facts));
        return Task.DrawQuestion(context, Fixture.Key("question").Stream());
    }

    private static Symbols Word(int element) => Task.Answers[element].Words;
}
