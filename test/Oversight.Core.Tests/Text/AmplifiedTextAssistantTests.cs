using FsCheck;
using FsCheck.Fluent;
using Oversight.Core.Text;

namespace Oversight.Core.Tests.Text;

public sealed class AmplifiedTextAssistantTests
{
    private static readonly TextQuestion Pi = Sums.Ask([3, 1, 4, 1, 5, 9, 2, 6]);

    /// <summary>Numbers, parts an ask, levels of nesting, an order of arrival and a budget.</summary>
    private static readonly Gen<(int[] Numbers, int Parts, int Levels, int[] Order, Budget Budget)> Cases =
        from numbers in Gen.Choose(0, 9).ListOf(9)
        from parts in Gen.Choose(2, 4)
        from levels in Gen.Choose(1, 3)
        from order in Gen.Choose(0, 1000).ListOf(40)
        from budget in Texts.Budgets
        select (numbers.ToArray(), parts, levels, order.ToArray(), budget);

    [Fact]
    public async Task AnswerAsync_TrueSubAnswers_GivesTheTrueAnswer()
    {
        for (int levels = 1; levels <= 4; levels++)
        {
            TextResult result = await Nested(Sums.Truthful, parts: 2, levels).AnswerAsync(Pi, Budget.Unlimited, default);
            Assert.Equal("31", result.Answer.Words);
            Assert.True(result.Answer.IsWhole);
        }
    }

    [Fact]
    public async Task AnswerAsync_Nested_HoldsTheWholeTree()
    {
        TextResult result = await Nested(Sums.Truthful, parts: 2, levels: 2).AnswerAsync(Sums.Ask([1, 2, 3, 4]), Budget.Unlimited, default);
        Assert.Equal(
            """
            Q sum 1 2 3 4
                Q1 sum 1 2
                    Q1.1 sum 1
                    A1.1 1
                    Q1.2 sum 2
                    A1.2 2
                A1 3
                Q2 sum 3 4
                    Q2.1 sum 3
                    A2.1 3
                    Q2.2 sum 4
                    A2.2 4
                A2 7
            A 10
            spent calls=4

            """,
            result.Transcript!.ToString());
    }

    [Fact]
    public void AnswerAsync_AnyOrderOfArrival_RecordsTheSame() => ForAll(test =>
    {
        TextResult inOrder = Run(test.Numbers, test.Parts, test.Levels, test.Budget, [0]);
        TextResult shuffled = Run(test.Numbers, test.Parts, test.Levels, test.Budget, test.Order);
        return inOrder == shuffled && inOrder.Transcript!.ToJson() == shuffled.Transcript!.ToJson();
    });

    [Fact]
    public void AnswerAsync_AnyTreeAndBudget_SpendsNoMoreThanThereIs() => ForAll(test =>
        test.Budget.Covers(Run(test.Numbers, test.Parts, test.Levels, test.Budget, test.Order).Spent));

    [Fact]
    public void AnswerAsync_AnyTreeAndBudget_IsNoDeeperThanAllowed() => ForAll(test =>
        LevelsAsked(Run(test.Numbers, test.Parts, test.Levels, test.Budget, test.Order).Transcript) <= (test.Budget.Depth ?? test.Levels));

    [Fact]
    public void AnswerAsync_AnyTreeAndBudget_IsTrueWhereItIsWhole() => ForAll(test =>
    {
        TextAnswer answer = Run(test.Numbers, test.Parts, test.Levels, test.Budget, test.Order).Answer;
        bool isTrue = answer.Words == test.Numbers.Sum().ToString();
        return answer.IsWhole ? isTrue : answer.Coverage is not null;
    });

    [Fact]
    public void AnswerAsync_EveryAssistantBelow_IsGivenAShareOfTheBudget() => ForAll(test =>
    {
        var late = new LateAssistant(_ => (TextAnswer)"0");
        Task<TextResult> running = Nested(late, test.Parts, test.Levels).AnswerAsync(Sums.Ask(test.Numbers), test.Budget, default).AsTask();
        return late.Budgets.All(share => share.IsWithin(test.Budget))
            && late.Budgets.Sum(share => share.Calls ?? 0) <= (test.Budget.Calls ?? 0)
            && late.Budgets.Sum(share => share.Money ?? 0) <= (test.Budget.Money ?? 0);
    });

    [Fact]
    public void CarryOnAsync_AnyPrefix_EndsTheSame() => ForAll(test =>
    {
        TextResult whole = Run(test.Numbers, test.Parts, test.Levels, test.Budget, test.Order);
        var amplified = (AmplifiedTextAssistant)Nested(Sums.Truthful, test.Parts, test.Levels);
        return Enumerable.Range(0, 2).Select(cut => cut * whole.Transcript!.Exchanges.Length).All(length =>
        {
            var prefix = new TextTranscript(whole.Transcript!.Question).With([.. whole.Transcript.Exchanges.Take(length)]);
            return amplified.CarryOnAsync(prefix, test.Budget, default).AsTask().Result == whole;
        });
    });

    [Fact]
    public async Task CarryOnAsync_Ended_ReturnsItAsItIs()
    {
        TextTranscript ended = new TextTranscript("q").Ended("a");
        var amplified = new AmplifiedTextAssistant(Sums.Overseer(2), Sums.Truthful);
        Assert.Equal(new TextResult("a", Spending.None, ended), await amplified.CarryOnAsync(ended, Budget.Unlimited, default));
    }

    [Fact]
    public async Task AnswerAsync_SeveralQuestions_AreAllUnderWayBeforeAnyIsAnswered()
    {
        var late = new LateAssistant(question => (TextAnswer)Sums.Read(question).Sum().ToString());
        Task<TextResult> running = Nested(late, parts: 4, levels: 1).AnswerAsync(Pi, Budget.Unlimited, default).AsTask();
        Assert.Equal(["sum 3 1", "sum 4 1", "sum 5 9", "sum 2 6"], late.Waiting.Select(question => question.Words));
        for (int i = 3; i >= 0; i--)
            late.Release(i);
        Assert.Equal(["4", "5", "14", "8"], (await running).Transcript!.Exchanges.Select(exchange => exchange.Reply.Words));
    }

    [Fact]
    public async Task AnswerAsync_FewerCallsThanQuestions_IsPartialWithItsCoverage()
    {
        TextResult result = await Nested(Sums.Truthful, 4, 1).AnswerAsync(Pi, Budget.Unlimited with { Calls = 3 }, default);
        Assert.Equal(AnswerStatus.Partial, result.Answer.Status);
        Assert.Equal("23", result.Answer.Words);
        Assert.Equal(new Coverage(3, 4), result.Answer.Coverage);
        Assert.Equal("the budget or a limit ended the questions", result.Answer.Reason);
        Assert.Equal(
            [AnswerStatus.Whole, AnswerStatus.Whole, AnswerStatus.Whole, AnswerStatus.Exhausted],
            result.Transcript!.Exchanges.Select(exchange => exchange.Reply.Status));
        Assert.Equal(3, result.Spent.Calls);
    }

    [Fact]
    public async Task AnswerAsync_JustEnoughCalls_IsWhole()
    {
        TextResult result = await Nested(Sums.Truthful, 4, 1).AnswerAsync(Pi, Budget.Unlimited with { Calls = 4 }, default);
        Assert.True(result.Answer.IsWhole);
    }

    [Fact]
    public async Task AnswerAsync_NothingToSpend_AsksNobody()
    {
        var nobody = new DelegateTextAssistant(_ => throw new InvalidOperationException("Nobody should be asked."));
        TextResult result = await Nested(nobody, 2, 1).AnswerAsync(Pi, Budget.Nothing, default);
        Assert.Equal(AnswerStatus.Partial, result.Answer.Status);
        Assert.Equal(new Coverage(0, 2), result.Answer.Coverage);
        Assert.Equal(Spending.None, result.Spent);
    }

    [Fact]
    public async Task AnswerAsync_AsksAgainAfterBeingCutShort_IsExhausted()
    {
        var insatiable = new DelegateTextOverseer((_, _) => new TextMove.Ask("sum 1"));
        TextResult result = await new AmplifiedTextAssistant(insatiable, Sums.Truthful)
            .AnswerAsync(Pi, Budget.Unlimited with { Calls = 3 }, default);
        Assert.Equal(AnswerStatus.Exhausted, result.Answer.Status);
        Assert.Equal(3, result.Transcript!.Exchanges.Count(exchange => exchange.Reply.IsWhole));
        Assert.Equal(new Coverage(1, 1), result.Answer.Coverage);
    }

    [Fact]
    public async Task AnswerAsync_LimitOfQuestions_EndsAnOverseerWhoNeverEnds()
    {
        var insatiable = new DelegateTextOverseer((_, _) => new TextMove.Ask("sum 1", "sum 2", "sum 3"));
        var limits = new AmplifyLimits { Questions = 5, QuestionsPerAsk = 2 };
        TextResult result = await new AmplifiedTextAssistant(insatiable, Sums.Truthful, limits).AnswerAsync(Pi, Budget.Unlimited, default);
        Assert.Equal(AnswerStatus.Exhausted, result.Answer.Status);
        Assert.Equal(["1", "2", ""], result.Transcript!.Exchanges.Select(exchange => exchange.Reply.Words));
        limits = limits with { QuestionsPerAsk = 3 };
        result = await new AmplifiedTextAssistant(insatiable, Sums.Truthful, limits).AnswerAsync(Pi, Budget.Unlimited, default);
        Assert.Equal(["1", "2", "3", "1", "2", ""], result.Transcript!.Exchanges.Select(exchange => exchange.Reply.Words));
    }

    [Fact]
    public async Task AnswerAsync_RecursionWithoutEnd_EndsAtTheDepth()
    {
        var deeper = new DelegateTextOverseer((question, dialogue) =>
            dialogue.TryAsk(question, out TextAnswer reply) ? new TextMove.Reply(reply) : dialogue.Move);
        AmplifiedTextAssistant? itself = null;
        var recursive = new DelegateTextAssistant((question, budget, token) => itself!.AnswerAsync(question, budget, token));
        itself = new AmplifiedTextAssistant(deeper, recursive);
        TextResult limited = await itself.AnswerAsync(Pi, Budget.Unlimited with { Depth = 3 }, default);
        Assert.Equal(4, limited.Transcript!.Depth);
        Assert.False(limited.Answer.IsWhole);
        TextResult unlimited = await itself.AnswerAsync(Pi, Budget.Unlimited, default);
        Assert.Equal(TextTranscript.MaxDepth, unlimited.Transcript!.Depth);
        Assert.NotEmpty(unlimited.Transcript.ToJson());
    }

    [Fact]
    public async Task AnswerAsync_Reserve_IsKeptForTheOverseersLastMove()
    {
        var paid = new PaidOverseer(Sums.Overseer(4));
        Budget four = Budget.Unlimited with { Calls = 4 };
        TextResult without = await new AmplifiedTextAssistant(paid, Sums.Truthful).AnswerAsync(Pi, four, default);
        Assert.Equal(AnswerStatus.Exhausted, without.Answer.Status);
        var limits = new AmplifyLimits { Reserve = Spending.OneCall };
        TextResult with = await new AmplifiedTextAssistant(paid, Sums.Truthful, limits).AnswerAsync(Pi, four, default);
        Assert.Equal((AnswerStatus.Partial, "9", new Coverage(2, 4)), (with.Answer.Status, with.Answer.Words, with.Answer.Coverage!.Value));
        Assert.Equal(4, with.Spent.Calls);
    }

    [Fact]
    public async Task AnswerAsync_OverspendingChild_LeavesNothingButNoDebt()
    {
        var cost = new Spending { Calls = 1, Tokens = 1000 };
        var greedy = new DelegateTextAssistant((_, _, _) => ValueTask.FromResult(new TextResult("1", cost)));
        TextResult result = await Nested(greedy, 2, 1).AnswerAsync(Pi, Budget.Unlimited with { Tokens = 10 }, default);
        Assert.Equal(2000, result.Spent.Tokens);
        var onceMore = new DelegateTextOverseer((question, dialogue) =>
            !dialogue.TryAsk("sum 1", out _) || !dialogue.TryAsk("sum 2", out _) ? dialogue.Move : new TextMove.Reply("done"));
        result = await new AmplifiedTextAssistant(onceMore, greedy).AnswerAsync(Pi, Budget.Unlimited with { Tokens = 10 }, default);
        Assert.Equal(AnswerStatus.Partial, result.Answer.Status);
        Assert.Equal(1000, result.Spent.Tokens);
    }

    [Fact]
    public async Task AnswerAsync_ChildThatThrows_IsRecordedAsFailedAndTheOthersCount()
    {
        var moody = new DelegateTextAssistant(question =>
            question.Words == "sum 4 1" ? throw new InvalidOperationException("out\nof order") : Sums.Read(question).Sum().ToString());
        TextResult result = await Nested(moody, 4, 1).AnswerAsync(Pi, Budget.Unlimited, default);
        TextAnswer failed = result.Transcript!.Exchanges[1].Reply;
        Assert.Equal((AnswerStatus.Failed, "InvalidOperationException: out\\u000aof order"), (failed.Status, failed.Reason));
        Assert.Equal("26", result.Answer.Words);
        Assert.Equal(4, result.Spent.Calls);
    }

    [Fact]
    public async Task AnswerAsync_RestingOnPartialAnswers_IsPartialWhateverTheOverseerSays()
    {
        ITextAssistant below = new AmplifiedTextAssistant(Sums.Overseer(2), Sums.Truthful);
        var above = new AmplifiedTextAssistant(Sums.Overseer(2), below);
        TextResult result = await above.AnswerAsync(Pi, Budget.Unlimited with { Calls = 2 }, default);
        Assert.Equal((AnswerStatus.Partial, new Coverage(1, 2)), (result.Answer.Status, result.Answer.Coverage!.Value));
        Assert.Equal("it rests on answers that are not whole", result.Answer.Reason);
    }

    [Fact]
    public async Task AnswerAsync_PartialAnswerAskedAgain_CountsByTheBest()
    {
        int asked = 0;
        var improving = new DelegateTextAssistant(_ => new TextAnswer("1", asked++ == 0 ? AnswerStatus.Partial : AnswerStatus.Whole));
        var twice = new DelegateTextOverseer((question, dialogue) =>
            !dialogue.TryAsk(question, out _) || !dialogue.TryAsk(question, out _) ? dialogue.Move : dialogue.Reply("1"));
        TextResult result = await new AmplifiedTextAssistant(twice, improving).AnswerAsync(Pi, Budget.Unlimited, default);
        Assert.True(result.Answer.IsWhole);
    }

    [Fact]
    public async Task AnswerAsync_OverseerThatThrowsOrAsksNothing_IsAnAnswerToo()
    {
        var throwing = new DelegateTextOverseer((_, _) => throw new FormatException("no pages"));
        TextResult failed = await new AmplifiedTextAssistant(throwing, Sums.Truthful).AnswerAsync(Pi, Budget.Unlimited, default);
        Assert.Equal(TextAnswer.Failed("FormatException: no pages"), failed.Answer);
        var silent = new DelegateTextOverseer((_, _) => new TextMove.Ask());
        TextResult malformed = await new AmplifiedTextAssistant(silent, Sums.Truthful).AnswerAsync(Pi, Budget.Unlimited, default);
        Assert.Equal(AnswerStatus.Malformed, malformed.Answer.Status);
    }

    [Fact]
    public async Task AnswerAsync_CancelledBefore_AsksNobody()
    {
        var late = new LateAssistant(_ => (TextAnswer)"1");
        ITextAssistant amplified = Nested(late, 2, 2);
        var given = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await amplified.AnswerAsync(Pi, Budget.Unlimited, given));
        Assert.Empty(late.Waiting);
    }

    [Fact]
    public async Task AnswerAsync_CancelledWhileWaiting_ThrowsThoughNobodyAnswers()
    {
        var late = new LateAssistant(_ => (TextAnswer)"1");
        using var cancel = new CancellationTokenSource();
        Task<TextResult> running = Nested(late, 2, 2).AnswerAsync(Pi, Budget.Unlimited, cancel.Token).AsTask();
        Assert.Equal(4, late.Waiting.Count);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task AnswerAsync_CancelledWhileTheOverseerThinks_ThrowsThoughTheyGoOn()
    {
        using var cancel = new CancellationTokenSource();
        var amplified = new AmplifiedTextAssistant(new PonderingOverseer(), Sums.Truthful);
        Task<TextResult> running = amplified.AnswerAsync(Pi, Budget.Unlimited, cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task AnswerAsync_CancelledBetweenReplyAndMove_Throws()
    {
        using var cancel = new CancellationTokenSource();
        var cancelling = new DelegateTextAssistant((_, _, _) =>
        {
            cancel.Cancel();
            throw new InvalidOperationException("the line went dead");
        });
        ITextAssistant amplified = Nested(cancelling, 2, 1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await amplified.AnswerAsync(Pi, Budget.Unlimited, cancel.Token));
    }

    [Fact]
    public async Task AnswerAsync_ChildGivesUpByItself_IsFailedAndNotACancellation()
    {
        var impatient = new DelegateTextAssistant((_, _, _) => throw new TaskCanceledException("too slow"));
        TextResult result = await Nested(impatient, 2, 1).AnswerAsync(Pi, Budget.Unlimited, default);
        Assert.All(result.Transcript!.Exchanges, exchange => Assert.Equal(AnswerStatus.Failed, exchange.Reply.Status));
    }

    /// <summary>Amplify over Amplify and so on, the same H on every level.</summary>
    private static ITextAssistant Nested(ITextAssistant assistant, int parts, int levels) =>
        Enumerable.Range(0, levels).Aggregate(assistant, (below, _) => new AmplifiedTextAssistant(Sums.Overseer(parts), below));

    /// <summary>
    /// Runs with an honest assistant whose answers arrive in the given order. Without a context that queues, what a reply sets off happens
    /// before <see cref="LateAssistant.Release"/> returns.
    /// </summary>
    private static TextResult Run(int[] numbers, int parts, int levels, Budget budget, int[] order)
    {
        SynchronizationContext.SetSynchronizationContext(null);
        var late = new LateAssistant(question => (TextAnswer)Sums.Read(question).Sum().ToString());
        Task<TextResult> running = Nested(late, parts, levels).AnswerAsync(Sums.Ask(numbers), budget, default).AsTask();
        for (int i = 0; !running.IsCompleted; i++)
            late.Release(order[i % order.Length] % late.Waiting.Count);
        return running.Result;
    }

    /// <summary>How many levels of sub-questions somebody was asked.</summary>
    private static int LevelsAsked(TextTranscript? transcript) => transcript?.Exchanges
        .Select(exchange => exchange.WasNotAsked ? 0 : 1 + LevelsAsked(exchange.Result.Transcript)).DefaultIfEmpty().Max() ?? 0;

    private static void ForAll(Func<(int[] Numbers, int Parts, int Levels, int[] Order, Budget Budget), bool> holds) =>
        Check.QuickThrowOnFailure(Prop.ForAll(Cases.ToArbitrary(), holds));
}
