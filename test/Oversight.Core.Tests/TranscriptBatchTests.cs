namespace Oversight.Core.Tests;

public sealed class TranscriptBatchTests
{
    private static readonly Facts NoFacts = new([]);

    [Fact]
    public void Take_RepliesAndAsks_LeavesOnlyTheAskingTranscriptsOpen()
    {
        TranscriptBatch batch = Started(budget: 2, 10, 11, 12);
        batch.Take([Ask(1), Reply(2), Ask(3)]);

        Assert.Equal([0, 2], batch.Open.ToArray());
        Assert.Equal([1, 3], batch.Asked.ToArray().Select(question => (int)question.Words[0]));
        Assert.Equal(2, batch.Replies.Length);
        Assert.Equal(new Answer(Symbols.Of(2)), batch.AnswerOf(1));
        Assert.True(batch.AnswerOf(0).IsUnknown);
    }

    [Fact]
    public void RecordReplies_OneRound_AppendsToTheirTranscripts()
    {
        TranscriptBatch batch = Started(budget: 2, 10, 11, 12);
        batch.Take([Ask(1), Reply(2), Ask(3)]);
        batch.Replies[0] = new Answer(Symbols.Of(21));
        batch.Replies[1] = new Answer(Symbols.Of(23));
        batch.RecordReplies();

        Assert.Equal(1, batch.Round);
        Assert.Equal([new Exchange(Symbols.Of(1), new Answer(Symbols.Of(21)))], batch.ExchangesOf(0).ToArray());
        Assert.Empty(batch.ExchangesOf(1).ToArray());
        Assert.Equal(new Exchange(Symbols.Of(3), new Answer(Symbols.Of(23))), Assert.Single(batch.Snapshot(2).Exchanges));
    }

    [Fact]
    public void Take_AnAskBeyondTheBudget_EndsWithIdk()
    {
        TranscriptBatch batch = Started(budget: 1, 10);
        batch.Take([Ask(1)]);
        batch.RecordReplies();
        batch.Take([Ask(2)]);

        Assert.True(batch.Open.IsEmpty);
        Assert.True(batch.AnswerOf(0).IsUnknown);
        Assert.Equal(1, batch.ExchangesOf(0).Length);
    }

    [Fact]
    public void Take_TheTranscriptsOwnQuestion_AsksForOneGuessAfterAnother()
    {
        TranscriptBatch batch = Started(budget: 5, 10, 11);
        List<int[]> guesses = [];
        foreach ((byte first, byte second) in ((byte, byte)[])[(10, 11), (11, 11), (10, 10), (11, 12), (10, 11)])
        {
            batch.Take([Ask(first), Ask(second)]);
            guesses.Add([.. batch.Asked.ToArray().Select(question => question.Guess)]);
            batch.RecordReplies();
        }

        Assert.Equal([[1, 1], [0, 2], [2, 0], [0, 0], [3, 3]], guesses);
    }

    [Fact]
    public void Start_Again_ForgetsTheTranscriptsBefore()
    {
        TranscriptBatch batch = Started(budget: 2, 10, 11);
        batch.Take([Ask(1), Reply(2)]);
        batch.RecordReplies();
        batch.Start([new Question(NoFacts, Symbols.Of(5)), new Question(NoFacts, Symbols.Of(6))]);

        Assert.Equal(0, batch.Round);
        Assert.Equal([0, 1], batch.Open.ToArray());
        Assert.True(batch.ExchangesOf(0).IsEmpty);
        Assert.True(batch.AnswerOf(1).IsUnknown);
        Assert.Equal(Symbols.Of(6), batch.QuestionOf(1).Words);
    }

    [Fact]
    public void Start_TooMany_SaysHowManyAreAllowed()
    {
        var batch = new TranscriptBatch(1, 1);
        Assert.Contains("2 questions given, at most 1 allowed", Assert.Throws<ArgumentException>(() => batch.Start(new Question[2])).Message);
    }

    private static TranscriptBatch Started(int budget, params byte[] questions)
    {
        var batch = new TranscriptBatch(questions.Length, budget);
        batch.Start([.. questions.Select(question => new Question(NoFacts, Symbols.Of(question)))]);
        return batch;
    }

    private static OverseerMove Ask(byte symbol) => OverseerMove.Ask(Symbols.Of(symbol));

    private static OverseerMove Reply(byte symbol) => OverseerMove.Reply(new Answer(Symbols.Of(symbol)));
}
