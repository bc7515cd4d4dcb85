using Oversight.Core;
using Oversight.Core.Text;
using Oversight.Determinism;
using Oversight.Tasks.Text;

namespace Oversight.Tasks.Tests.Text;

public sealed class TaskTextOverseerTests
{
    private static readonly AlgorithmicTask Task = TaskCatalog.Create("permutation-powering", TaskPreset.Tiny);
    private static readonly Facts Facts = Task.DrawContext(Difficulty.Full, RandomKey.FromSeed(1).Stream()).Facts;

    [Fact]
    public void NextMoves_QuestionThatCannotBeRead_IsTheBlankQuestionAndIsCounted()
    {
        var bridge = Bridge(new DelegateTextOverseer((_, _) => new TextMove.Ask("what do you think?")));
        Assert.Equal([OverseerMove.Ask(Symbols.Empty)], Moves(bridge, "sigma^3(1)"));
        Assert.Equal((1, 1), (bridge.Moves, bridge.UnreadableQuestions));
        Assert.False(Task.IsPrimitive(Symbols.Empty) || Task.IsWellFormed(Symbols.Empty));
    }

    [Fact]
    public void NextMoves_AskOfNothing_IsTheBlankQuestionAndIsCounted()
    {
        var bridge = Bridge(new DelegateTextOverseer((_, _) => new TextMove.Ask()));
        Assert.Equal([OverseerMove.Ask(Symbols.Empty)], Moves(bridge, "sigma^3(1)"));
        Assert.Equal(1, bridge.UnreadableQuestions);
    }

    [Fact]
    public void NextMoves_AnswerThatCannotBeRead_IsIdkAndIsCounted()
    {
        var bridge = Bridge(new DelegateTextOverseer((_, _) => new TextMove.Reply("somewhere")));
        Assert.Equal([OverseerMove.Reply(Answer.Unknown)], Moves(bridge, "sigma^3(1)"));
        Assert.Equal((1, 0), (bridge.UnreadableAnswers, bridge.MissingAnswers));
    }

    [Fact]
    public void NextMoves_AnswerThatIsNotWhole_IsIdkAndIsCounted()
    {
        var bridge = Bridge(new DelegateTextOverseer((_, _) => new TextMove.Reply(new TextAnswer("3", AnswerStatus.Partial))));
        Assert.Equal([OverseerMove.Reply(Answer.Unknown)], Moves(bridge, "sigma^3(1)"));
        Assert.Equal((0, 1), (bridge.UnreadableAnswers, bridge.MissingAnswers));
    }

    [Fact]
    public void NextMoves_Idk_IsIdkAndNothingIsMissing()
    {
        var bridge = Bridge(new DelegateTextOverseer((_, _) => new TextMove.Reply(TextAnswer.Unknown)));
        Assert.Equal([OverseerMove.Reply(Answer.Unknown)], Moves(bridge, "sigma^3(1)"));
        Assert.Equal((0, 0), (bridge.UnreadableAnswers, bridge.MissingAnswers));
    }

    [Fact]
    public void NextMoves_SeveralQuestions_AreAskedOneAfterTheOther()
    {
        var pair = new DelegateTextOverseer((_, dialogue) =>
            dialogue.TryAsk(["sigma^1(1)", "sigma^1(2)"], out var replies) ? new TextMove.Reply(replies[1]) : dialogue.Move);
        var bridge = Bridge(pair);
        var reader = new PrimitiveFirstAssistant(Task, new Silent(), RandomKey.FromSeed(1).Stream(), 1);
        var amplified = new AmplifiedAssistant(bridge, reader, 3, 1);
        amplified.Answer([Question("sigma^3(1)")], new Answer[1]);
        Exchange[] held = amplified.Transcripts.ExchangesOf(0).ToArray();
        Assert.Equal(["sigma^1(1)", "sigma^1(2)"], held.Select(exchange => Task.FormatQuestion(exchange.Asked)));
        Assert.Equal((1, 3), (bridge.DeferredQuestions, bridge.Moves));
    }

    [Fact]
    public void NextMoves_WhatTheOverseerSees_IsTheTranscriptInTheTasksGrammar()
    {
        TextTranscript? seen = null;
        var bridge = Bridge(new Watcher(transcript => seen = transcript));
        var amplified = new AmplifiedAssistant(bridge, new Silent(), 1, 1);
        amplified.Answer([Question("sigma^3(1)")], new Answer[1]);
        Assert.Equal("Q sigma^3(1)\n    Q1 sigma^3(1) [guess 1]\n    A1 idk (unknown)\nA (open)\n", seen!.ToString());
    }

    [Fact]
    public void NextMoves_Throwing_ComesThrough()
    {
        var bridge = Bridge(new DelegateTextOverseer((_, _) => throw new FormatException("gone")));
        Assert.Throws<FormatException>(() => Moves(bridge, "sigma^3(1)"));
    }

    [Fact]
    public void NextMoves_Cancelled_EndsTheWaiting()
    {
        using var cancel = new CancellationTokenSource();
        var bridge = new TaskTextOverseer(Task, new Absent(cancel), Budget.Unlimited, cancel.Token);
        Assert.ThrowsAny<OperationCanceledException>(() => Moves(bridge, "sigma^3(1)"));
    }

    [Fact]
    public void NextMoves_Budget_IsSharedAmongOpenTranscriptsAndSpent()
    {
        var paid = new Paid();
        var bridge = new TaskTextOverseer(Task, paid, Budget.Unlimited with { Calls = 5 }, default);
        Moves(bridge, "sigma^3(1)", "sigma^2(1)");
        Moves(bridge, "sigma^3(1)", "sigma^2(1)");
        Assert.Equal([3, 2, 2, 1], paid.Seen);
        Assert.Equal(4, bridge.Spent.Calls);
    }

    [Fact]
    public async Task TrainedTextAssistant_AnythingThatIsNoQuestion_IsMalformed()
    {
        var assistant = new TrainedTextAssistant(Task, Facts, new Silent());
        TextResult result = await assistant.AnswerAsync("what?", Budget.Unlimited, default);
        Assert.Equal(AnswerStatus.Malformed, result.Answer.Status);
        result = await assistant.AnswerAsync("sigma^3(1)", Budget.Nothing, default);
        Assert.Equal(AnswerStatus.Exhausted, result.Answer.Status);
        result = await assistant.AnswerAsync("sigma^3(1)", Budget.Unlimited, default);
        Assert.Equal(TextAnswer.Unknown, result.Answer);
        var given = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await assistant.AnswerAsync("sigma^3(1)", Budget.Unlimited, given));
    }

    [Fact]
    public async Task SymbolTextOverseer_QuestionThatIsNone_RepliesMalformed()
    {
        var overseer = new SymbolTextOverseer(Task, Facts, Task.Human);
        TextMove move = await overseer.NextMoveAsync(new TextTranscript("what?"), Budget.Unlimited, default);
        Assert.Equal(AnswerStatus.Malformed, Assert.IsType<TextMove.Reply>(move).Answer.Status);
    }

    [Fact]
    public void Guide_AnyTask_NamesTheGrammarAndHowToSayIdk()
    {
        string guide = new TaskGrammar(Task).Guide;
        Assert.Contains(Task.Grammar, guide);
        Assert.Contains("\"idk\"", guide);
    }

    private static TaskTextOverseer Bridge(ITextOverseer overseer) => new(Task, overseer, Budget.Unlimited, default);

    private static Question Question(string text)
    {
        Assert.True(Task.TryParse(text, out Symbols words));
        return new Question(Facts, words);
    }

    private static OverseerMove[] Moves(TaskTextOverseer bridge, params string[] questions)
    {
        var batch = new TranscriptBatch(questions.Length, 3);
        batch.Start([.. questions.Select(Question)]);
        var moves = new OverseerMove[questions.Length];
        bridge.NextMoves(batch, moves);
        return moves;
    }

    private sealed class Silent : IAssistant
    {
        public void Answer(ReadOnlySpan<Question> questions, Span<Answer> answers) => answers.Clear();
    }

    /// <summary>Asks its own question once, then replies idk; shows what it saw last.</summary>
    private sealed class Watcher(Action<TextTranscript> see) : ITextOverseer
    {
        public ValueTask<TextMove> NextMoveAsync(TextTranscript transcript, Budget budget, CancellationToken token)
        {
            see(new TextTranscript(transcript.Question, transcript.Exchanges));
            return ValueTask.FromResult<TextMove>(
                transcript.Exchanges.IsEmpty ? new TextMove.Ask(transcript.Question) : new TextMove.Reply(TextAnswer.Unknown));
        }
    }

    /// <summary>Never answers; the run is given up while they are waited for.</summary>
    private sealed class Absent(CancellationTokenSource cancel) : ITextOverseer
    {
        public ValueTask<TextMove> NextMoveAsync(TextTranscript transcript, Budget budget, CancellationToken token)
        {
            cancel.Cancel();
            return new ValueTask<TextMove>(new TaskCompletionSource<TextMove>().Task);
        }
    }

    private sealed class Paid : ITextOverseer
    {
        public List<long> Seen { get; } = [];

        public ValueTask<TextMove> NextMoveAsync(TextTranscript transcript, Budget budget, CancellationToken token)
        {
            Seen.Add(budget.Calls!.Value);
            return ValueTask.FromResult<TextMove>(new TextMove.Reply(TextAnswer.Unknown) { Spent = Spending.OneCall });
        }
    }
}
