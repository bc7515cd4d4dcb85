using Oversight.Core;
using Oversight.Determinism;

namespace Oversight.Runs.Overseers;

/// <summary>An overseer whose final answers are sometimes replaced by random ones.</summary>
/// <param name="overseer">Who decides.</param>
/// <param name="errors">How they err.</param>
/// <param name="work">Names the piece of work for random errors.</param>
public sealed class ErringOverseer(IOverseer overseer, AnswerErrors errors, RandomStream work) : IOverseer
{
    private readonly TranscriptDraws _draws = new(work, "errors");

    /// <inheritdoc/>
    public void NextMoves(TranscriptBatch transcripts, Span<OverseerMove> moves)
    {
        overseer.NextMoves(transcripts, moves);
        ReadOnlySpan<int> open = transcripts.Open;
        for (int i = 0; i < open.Length; i++)
        {
            if (moves[i].IsReply)
                moves[i] = OverseerMove.Reply(errors.Apply(transcripts.QuestionOf(open[i]), new Answer(moves[i].Words), _draws.For(transcripts, open[i])));
        }
    }
}
