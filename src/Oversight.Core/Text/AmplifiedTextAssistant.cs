using System.Collections.Immutable;

namespace Oversight.Core.Text;

/// <summary>
/// Amplify^H(X) in the text plane: overseer H answers with the help of assistant X. It <em>is</em> an assistant, so it nests. The
/// sub-questions of one ask run side by side and are recorded in the order asked. Each step depends on the transcript and the budget alone,
/// so that any transcript can be carried on, and nothing depends on when a reply arrives. Stateless: as safe for several questions at once
/// as H and X are.
/// </summary>
public sealed class AmplifiedTextAssistant : ITextAssistant
{
    private const string NothingLeft = "the budget has nothing left for this question";
    private const string CutShort = "the budget or a limit ended the questions";
    private const string HasGaps = "it rests on answers that are not whole";

    private readonly ITextOverseer _overseer;
    private readonly ITextAssistant _assistant;
    private readonly AmplifyLimits _limits;

    /// <summary>Puts an overseer in charge of an assistant.</summary>
    /// <param name="overseer">H: decomposes questions and combines sub-answers.</param>
    /// <param name="assistant">X: answers the sub-questions.</param>
    /// <param name="limits">How many questions H may ask and what is kept for their last move.</param>
    public AmplifiedTextAssistant(ITextOverseer overseer, ITextAssistant assistant, AmplifyLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(overseer);
        ArgumentNullException.ThrowIfNull(assistant);
        _overseer = overseer;
        _assistant = assistant;
        _limits = limits ?? AmplifyLimits.Default;
    }

    /// <inheritdoc/>
    public ValueTask<TextResult> AnswerAsync(TextQuestion question, Budget budget, CancellationToken token) =>
        CarryOnAsync(new TextTranscript(question), budget, token);

    /// <summary>Carries on a transcript, whoever has led it so far, to its answer.</summary>
    /// <param name="transcript">The transcript; one that has its answer is returned as it is.</param>
    /// <param name="budget">The most that the whole transcript may cost; what it has cost so far is taken off.</param>
    /// <param name="token">Gives up: <see cref="OperationCanceledException"/>.</param>
    public async ValueTask<TextResult> CarryOnAsync(TextTranscript transcript, Budget budget, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(budget);
        while (transcript.Answer is null)
            transcript = await StepAsync(transcript, budget, token).ConfigureAwait(false);
        return new TextResult(transcript.Answer, transcript.Spent, transcript);
    }

    /// <summary>One move of H, and what comes of it.</summary>
    private async ValueTask<TextTranscript> StepAsync(TextTranscript transcript, Budget budget, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        TextMove move = await MoveAsync(transcript.Surface(), OverseersShare(transcript, budget), token).ConfigureAwait(false);
        token.ThrowIfCancellationRequested();
        TextTranscript charged = transcript.Charged(move.Spent);
        return move switch
        {
            TextMove.Reply reply => charged.Ended(Judged(reply.Answer, transcript)),
            TextMove.Ask { Questions.IsEmpty: true } => charged.Ended(TextAnswer.Malformed("the overseer asked, but no question")),
            TextMove.Ask when transcript.IsCutShort =>
                charged.Ended(TextAnswer.Exhausted(CutShort) with { Coverage = transcript.Coverage }),
            TextMove.Ask ask => charged.With(await AskAsync(ask, charged, budget, token).ConfigureAwait(false)),
            _ => throw new InvalidOperationException($"{move.GetType()} is no move."),
        };
    }

    /// <summary>What H may spend: all that is left. Where nothing more can be asked, the depth is zero: reply.</summary>
    private Budget OverseersShare(TextTranscript transcript, Budget budget)
    {
        Budget left = budget.Spend(transcript.Spent);
        bool canAsk = !transcript.IsCutShort && left.Spend(_limits.Reserve).AllowsQuestion(budget);
        return canAsk ? left : left with { Depth = 0 };
    }

    /// <summary>
    /// An answer that was given because nothing more could be asked, or that rests on parts of answers, is not whole, whatever H says. Of
    /// replies that were refused, failed or idk H is the judge: they may have found another way.
    /// </summary>
    private static TextAnswer Judged(TextAnswer answer, TextTranscript transcript)
    {
        if (transcript.IsCutShort)
            return answer.AsPartial(transcript.Coverage, CutShort);
        return transcript.HasGaps ? answer.AsPartial(transcript.Coverage, HasGaps) : answer;
    }

    private async ValueTask<TextMove> MoveAsync(TextTranscript transcript, Budget budget, CancellationToken token)
    {
        try
        {
            return await _overseer.NextMoveAsync(transcript, budget, token).AsTask().WaitAsync(token).ConfigureAwait(false)
                ?? new TextMove.Reply(TextAnswer.Malformed("the overseer made no move"));
        }
        catch (Exception exception) when (IsFailure(exception, token))
        {
            return new TextMove.Reply(TextAnswer.Failed(exception));
        }
    }

    /// <summary>Puts the questions to X, all at once; those that a limit or the budget excludes are recorded as not asked.</summary>
    private async ValueTask<TextExchange[]> AskAsync(TextMove.Ask ask, TextTranscript transcript, Budget budget, CancellationToken token)
    {
        int allowed = Math.Min(_limits.QuestionsPerAsk, Math.Max(0, _limits.Questions - transcript.Exchanges.Length));
        ReadOnlySpan<long> weights = ask.Weights.AsSpan(0, Math.Min(allowed, ask.Questions.Length));
        Budget pool = budget.Spend(transcript.Spent).Spend(_limits.Reserve);
        ImmutableArray<Budget> shares = weights.ContainsAnyExcept(0L) ? pool.Split(weights) : [];
        Task<TextExchange>[] children =
        [
            .. ask.Questions.Select((question, place) =>
                place < shares.Length && shares[place].AllowsQuestion(budget)
                    ? AskOneAsync(question, shares[place].Deeper(), token)
                    : Task.FromResult(new TextExchange(question, TextResult.NotAsked(NothingLeft)))),
        ];
        TextExchange[] exchanges = await Task.WhenAll(children).WaitAsync(token).ConfigureAwait(false);
        token.ThrowIfCancellationRequested();
        return exchanges;
    }

    private async Task<TextExchange> AskOneAsync(TextQuestion question, Budget share, CancellationToken token)
    {
        try
        {
            TextResult? result = await _assistant.AnswerAsync(question, share, token).ConfigureAwait(false);
            return new TextExchange(question, result ?? TextAnswer.Malformed("the assistant gave no answer"));
        }
        catch (Exception exception) when (IsFailure(exception, token))
        {
            return new TextExchange(question, TextAnswer.Failed(exception));
        }
    }

    /// <summary>Whether an exception is an outcome to record. Giving up is none; neither is a process that has no memory left.</summary>
    private static bool IsFailure(Exception exception, CancellationToken token) =>
        exception is not OutOfMemoryException && !(exception is OperationCanceledException && token.IsCancellationRequested);
}
