namespace Oversight.Core.Tests;

public sealed class AmplifiedAssistantTests
{
    private static readonly Facts NoFacts = new([]);

    [Fact]
    public void Answer_NestedThreeTimes_ReachesThreeStepsFurther()
    {
        IAssistant assistant = new Ignorant();
        for (int depth = 0; depth <= 3; depth++)
            assistant = new AmplifiedAssistant(new Doubler(), assistant, budget: 1, capacity: 8);

        Assert.Equal([1, 2, 4, 8, 0, 0], AnswersTo(assistant, 0, 1, 2, 3, 4, 5));
    }

    [Fact]
    public void Answer_MixedBatch_AnswersEachAsIfAlone()
    {
        var amplified = new AmplifiedAssistant(new Doubler(), new AmplifiedAssistant(new Doubler(), new Ignorant(), 1, 8), 1, 8);
        int[] together = AnswersTo(amplified, 1, 0, 2, 1);
        Assert.Equal([AnswersTo(amplified, 1)[0], AnswersTo(amplified, 0)[0], AnswersTo(amplified, 2)[0], AnswersTo(amplified, 1)[0]], together);
    }

    [Fact]
    public void Transcripts_AfterAnswer_HoldWhatWasAsked()
    {
        var amplified = new AmplifiedAssistant(new Doubler(), new AmplifiedAssistant(new Doubler(), new Ignorant(), 1, 8), 1, 8);
        AnswersTo(amplified, 1);
        Transcript transcript = amplified.Transcripts.Snapshot(0);
        Assert.Equal(new Exchange(Symbols.Empty, new Answer(Symbols.Of(1))), Assert.Single(transcript.Exchanges));
        Assert.Equal(new Answer(Symbols.Of(2)), transcript.Answer);
    }

    private static int[] AnswersTo(IAssistant assistant, params byte[] questions)
    {
        var answers = new Answer[questions.Length];
        assistant.Answer([.. questions.Select(question => new Question(NoFacts, Symbols.Of(question)))], answers);
        return [.. answers.Select(answer => (int)answer.Words[0])];
    }

    private sealed class Ignorant : IAssistant
    {
        public void Answer(ReadOnlySpan<Question> questions, Span<Answer> answers) => answers[..questions.Length].Clear();
    }
}
