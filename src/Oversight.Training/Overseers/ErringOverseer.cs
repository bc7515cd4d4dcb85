using Oversight.Core;
using Oversight.Determinism;
using Oversight.Tasks;
using Oversight.Training.Options;

namespace Oversight.Training.Overseers;

/// <summary>
/// An overseer whose final answers are sometimes replaced by random ones: drawn anew each time, or, if deterministic, the same for the same question about
/// the same facts.
/// </summary>
internal sealed class ErringOverseer(IOverseer overseer, AlgorithmicTask task, OverseerOptions options, RandomKey errors, RandomStream random) : IOverseer
{
    /// <inheritdoc/>
    public void NextMoves(TranscriptBatch transcripts, Span<OverseerMove> moves)
    {
        overseer.NextMoves(transcripts, moves);
        ReadOnlySpan<int> open = transcripts.Open;
        for (int i = 0; i < open.Length; i++)
        {
            if (moves[i].IsReply)
                moves[i] = Err(transcripts.QuestionOf(open[i]), moves[i]);
        }
    }

    private OverseerMove Err(Question question, OverseerMove move)
    {
        RandomStream stream = options.ErrorKind == "deterministic" ? errors.Child(HashOf(question)).Stream() : random;
        return stream.Chance(options.Error)
            ? OverseerMove.Reply(task.Answers[stream.Next(task.Answers.Length)])
            : move;
    }

    private static long HashOf(Question question)
    {
        Span<byte> bytes = stackalloc byte[Symbols.MaxLength];
        question.Words.CopyTo(bytes);
        ulong hash = StableHash.Of(bytes);
        foreach (Symbols fact in question.Facts.Statements)
        {
            fact.CopyTo(bytes);
            hash = StableHash.Combine(hash, StableHash.Of(bytes));
        }

        return unchecked((long)hash);
    }
}
