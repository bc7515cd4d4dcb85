using Oversight.Core;
using Oversight.Learning.Assistants;
using Oversight.Learning.HumanModels;
using Oversight.Learning.Options;
using Oversight.Methods;
using Oversight.Neural;
using Oversight.Numerics;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Benchmarks;

/// <summary>What tapes count is what a hand count of the networks' matrix products gives.</summary>
public sealed class OperationCountTests
{
    [Theory]
    [InlineData(1, 5)]
    [InlineData(3, 7)]
    public void Flops_StepOfPublishedNetwork_EqualHandCount(int contexts, int questions) =>
        Assert.Equal(3 * PublishedForward(contexts, questions), CountedStep(AssistantKind.Published, contexts, questions));

    [Theory]
    [InlineData(AssistantKind.Published)]
    [InlineData(AssistantKind.Lookup)]
    public void Flops_MoreContexts_GrowByTheSameForEach(AssistantKind network)
    {
        long two = CountedStep(network, 2, 5);
        long four = CountedStep(network, 4, 5);
        Assert.Equal(four - two, CountedStep(network, 6, 5) - four);
        Assert.True(four > 1.5 * two, "what does not depend on contexts is small");
    }

    [Theory]
    [InlineData(AssistantKind.Published)]
    [InlineData(AssistantKind.Lookup)]
    public void Flops_MoreQuestions_GrowByTheSameForEach(AssistantKind network)
    {
        long four = CountedStep(network, 2, 4);
        long eight = CountedStep(network, 2, 8);
        long twelve = CountedStep(network, 2, 12);
        Assert.Equal(twelve - eight, eight - four);
        Assert.True(eight < 2 * four, "facts are encoded once, however many questions there are");
    }

    [Fact]
    public void Flops_EncodedFacts_AreNotEncodedAgain()
    {
        TargetBatch batch = Fixture.Batch(Fixture.SmallTask, 2, 6, Difficulty.Full);
        AssistantNetwork network = AssistantNetwork.Create(Fixture.SmallTask, Fixture.AssistantOptions(AssistantKind.Published));
        using ParameterVector weights = Fixture.Weights(network.Layout);
        using var assistant = new TransformerAssistant(network, weights, 2, 6);
        var answers = new Answer[batch.Questions.Length];
        assistant.Answer(batch.Questions, answers);
        long first = assistant.Flops;
        assistant.Answer(batch.Questions, answers);
        Assert.Equal(PublishedForward(2, 6), first);
        Assert.Equal(PublishedQuestions(2, 6), assistant.Flops - first);
    }

    [Fact]
    public void Flops_StepOfHumanModel_EqualHandCount()
    {
        var options = new HumanModelOptions { Width = 16, Layers = 2, Heads = 2, Batch = 8 };
        var codec = new TranscriptCodec(Fixture.SmallTask);
        TranscriptStore store = Fixture.Transcripts(Fixture.SmallTask, codec, 1, out _);
        using var pool = new WorkerPool(1);
        using var learner = new HumanModelLearner(new HumanModelNetwork(codec, options), options, Fixture.Key("count"), pool);
        learner.Step(store, Fixture.Key("draw").Stream());

        // The last symbol is predicted and never read.
        long rows = store[0].Length - 1;
        long layer = Linear(rows, 16, 16) * 4 + 2 * Linear(rows, 16, 64) + Pairs(rows, rows, 16 + 16);
        long head = Linear(rows, 16, 16) * 2 + Pairs(rows, rows, 16) + Linear(rows, 16, codec.Symbols) + Linear(rows, 16, 2);
        Assert.Equal(options.Batch * 3 * (2 * layer + head), learner.Flops);
    }

    private static long CountedStep(AssistantKind network, int contexts, int questions)
    {
        TrainingOptions options = Presets.Create("permutation-powering", TaskPreset.Small, BuiltInMethods.Get("supervised")) with
        {
            Assistant = Fixture.AssistantOptions(network),
            Batch = new BatchOptions { Contexts = contexts, Questions = questions, Shards = 1 },
        };
        using var pool = new WorkerPool(1);
        using var learner = new AssistantLearner(AssistantNetwork.Create(Fixture.SmallTask, options.Assistant), options.Learner, Fixture.Key("count"), pool);
        learner.Step(Fixture.Batch(Fixture.SmallTask, contexts, questions, Difficulty.Full));
        return learner.Flops;
    }

    private static long PublishedForward(int contexts, int questions) => PublishedWeights() + PublishedFacts(contexts) + PublishedQuestions(contexts, questions);

    /// <summary>What depends on the weights alone: what each symbol at each place adds, and the pointers' keys folded into their queries.</summary>
    private static long PublishedWeights()
    {
        AssistantOptions options = Fixture.AssistantOptions(AssistantKind.Published);
        (AlgorithmicTask task, long width) = (Fixture.SmallTask, options.Width);
        long total = Joined(task.FactLength) + Joined(task.QuestionLength);
        for (int symbol = 0; symbol < task.AnswerLength; symbol++)
        {
            // The first row of a table is its bias, as for the rows that are folded.
            long table = symbol == 0 ? 0 : 1 + symbol * task.Alphabet.Size;
            total += Linear(width + table + 1, width, task.FactLength * width)
                + Linear(table, width, task.FactLength * width)
                + 2 * Linear(table, width, width)
                + Joined(symbol);
        }

        return total;

        long Joined(long places) => Linear(task.Alphabet.Size, places * options.Embedding, width);
    }

    /// <summary>What depends on the facts alone: the encoder, and under which keys and values its output is found.</summary>
    private static long PublishedFacts(int contexts)
    {
        AssistantOptions options = Fixture.AssistantOptions(AssistantKind.Published);
        (long facts, long width) = (Fixture.SmallTask.FactCount(Difficulty.Full), options.Width);
        long rows = contexts * facts;
        long layer = 4 * Linear(rows, width, width) + 2 * Linear(rows, width, 4 * width) + contexts * Pairs(facts, facts, 2 * width);
        return options.Layers * layer + options.AnswerLayers * 2 * Linear(rows, width, width);
    }

    private static long PublishedQuestions(int contexts, int questions)
    {
        AssistantOptions options = Fixture.AssistantOptions(AssistantKind.Published);
        (AlgorithmicTask task, long width) = (Fixture.SmallTask, options.Width);
        long facts = task.FactCount(Difficulty.Full);
        long asked = (long)contexts * questions;
        long layer = 2 * Linear(asked, width, width) + 2 * Linear(asked, width, 4 * width) + contexts * Pairs(questions, facts, 2 * width);
        long symbol = Linear(asked, width, task.FactLength * width)
            + contexts * Pairs(questions, facts, task.FactLength * width)
            + 2 * Linear(asked, width, width)
            + Linear(asked, width, task.Alphabet.Size)
            + Linear(asked, width, task.FactLength + 1);
        return options.AnswerLayers * layer + task.AnswerLength * symbol;
    }

    private static long Linear(long rows, long columns, long outputs) => 2 * rows * columns * outputs;

    private static long Pairs(long queries, long keys, long columns) => 2 * queries * keys * columns;
}
