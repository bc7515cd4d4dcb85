using Oversight.Learning.Assistants;
using Oversight.Learning.Options;
using Oversight.Numerics;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Assistants;

/// <summary>A task that supplies no layout trains all the same.</summary>
public sealed class DefaultLayoutTests
{
    private const int Steps = 60;

    [Fact]
    public void Step_TaskWithoutALayout_LearnsToLookUpTwice()
    {
        double[] losses = Losses(new TwiceTask(answerLength: 1));
        Assert.True(losses[^1] < 0.5 * losses[0], $"The loss went from {losses[0]} to {losses[^1]}.");
    }

    /// <summary>A fact no longer than an answer is name and result as a whole; look-ups start badly, and the loss still falls.</summary>
    [Fact]
    public void Step_FactsNoLongerThanAnswers_Learns()
    {
        var task = new TwiceTask(answerLength: 2);
        Assert.Equal(new WordSlot(0, 2), Assert.Single(task.Layout.FactSlots));
        Assert.Equal([0, 1], task.Layout.FieldsOf(default, 0, 0));
        double[] losses = Losses(task);
        Assert.True(losses[^1] < losses[0], $"The loss went from {losses[0]} to {losses[^1]}.");
    }

    /// <summary>Losses of supervised training, each on contexts that X has not seen.</summary>
    private static double[] Losses(AlgorithmicTask task)
    {
        var options = new LearnerOptions(
            new AssistantOptions { Width = 32, Layers = 2, WarmUp = 10 },
            new TeacherOptions(),
            new BatchOptions { Contexts = 8, Questions = 8, Shards = 2 });
        using var pool = new WorkerPool(1);
        using var learner = new AssistantLearner(AssistantNetwork.Create(task, options.Assistant), options, Fixture.Key("X"), pool);
        return [.. Enumerable.Range(0, Steps).Select(i => learner.Step(Fixture.Batch(task, 8, 8, Difficulty.Full, $"batch {i}")).Loss)];
    }
}
