using Oversight.Core;
using Oversight.Determinism;
using Oversight.Runs.Options;
using Oversight.Runs.Overseers;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Overseers;

public sealed class DeparturesTests
{
    private const int Questions = 50;

    [Fact]
    public void Count_HumansOwnTranscripts_None() => Assert.Equal(0, CountOf(Fixture.SmallTask.Human));

    [Fact]
    public void Count_AnswersAreWrong_EveryTranscript()
    {
        AlgorithmicTask task = Fixture.SmallTask;
        Assert.InRange(CountOf(new ErringOverseer(task.Human, new AnswerErrors(task, new OverseerOptions { Error = 1 }, Fixture.Key("errors")), Fixture.Key("e").Stream())), 35, 50);
    }

    [Fact]
    public void Count_OtherSubQuestions_EveryTranscript() => Assert.Equal(Questions, CountOf(new RepeatingOverseer()));

    private static int CountOf(IOverseer overseer)
    {
        AlgorithmicTask task = Fixture.SmallTask;
        RandomStream random = Fixture.Key("departures").Stream();
        Context context = task.DrawContext(Difficulty.Full, random);
        Question[] questions = [.. Enumerable.Range(0, Questions).Select(_ => task.DrawQuestion(context, random))];
        var truths = new Dictionary<Facts, GroundTruth> { [context.Facts] = context.Truth };
        var amplified = new AmplifiedAssistant(overseer, new Fixture.Truthful(truths), task.InteractionLength, Questions);
        amplified.Answer(questions, new Answer[Questions]);
        return Departures.Count(task.Human, amplified.Transcripts);
    }
}
