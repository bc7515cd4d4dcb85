using Oversight.Core;
using Oversight.Core.Text;

namespace Oversight.Tasks.Text;

/// <summary>
/// An overseer of the symbol plane, such as a task's scripted H or the learned H', in the text plane: it reads a transcript in the task's
/// grammar and makes its move in it. Its moves are free. Thread-safe: the overseer is asked about one transcript at a time.
/// </summary>
public sealed class SymbolTextOverseer : ITextOverseer
{
    private readonly AlgorithmicTask _task;
    private readonly TaskGrammar _grammar;
    private readonly Facts _facts;
    private readonly IOverseer _overseer;
    private readonly Lock _lock = new();

    /// <summary>Lets an overseer speak.</summary>
    /// <param name="task">The task that they know.</param>
    /// <param name="facts">What the questions are about.</param>
    /// <param name="overseer">H; this object alone uses them.</param>
    public SymbolTextOverseer(AlgorithmicTask task, Facts facts, IOverseer overseer)
    {
        _task = task;
        _grammar = new TaskGrammar(task);
        _facts = facts;
        _overseer = overseer;
    }

    /// <inheritdoc/>
    public ValueTask<TextMove> NextMoveAsync(TextTranscript transcript, Budget budget, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        if (_grammar.Read(_facts, transcript) is not { } read)
            return ValueTask.FromResult<TextMove>(new TextMove.Reply(TextAnswer.Malformed("the question does not fit the task's grammar")));
        return ValueTask.FromResult(Print(NextMove(read), read));
    }

    /// <summary>Seats the overseer where the transcript stands.</summary>
    private OverseerMove NextMove(Transcript transcript)
    {
        var batch = new TranscriptBatch(capacity: 1, Math.Max(_task.InteractionLength, transcript.Exchanges.Length + 1));
        batch.Start([transcript.Question]);
        foreach (Exchange exchange in transcript.Exchanges)
        {
            batch.Take([OverseerMove.Ask(exchange.Asked)]);
            batch.Replies[0] = exchange.Reply;
            batch.RecordReplies();
        }

        Span<OverseerMove> move = [default];
        lock (_lock)
            _overseer.NextMoves(batch, move);
        return move[0];
    }

    private TextMove Print(OverseerMove move, Transcript transcript)
    {
        if (move.IsReply)
            return new TextMove.Reply(_grammar.Print(new Answer(move.Words)));
        int guess = TaskGrammar.GuessOf(transcript.Question.Words, transcript.Exchanges.AsSpan(), move.Words);
        return new TextMove.Ask(_grammar.Print(move.Words, guess));
    }
}
