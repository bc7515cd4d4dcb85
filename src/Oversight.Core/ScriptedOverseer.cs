namespace Oversight.Core;

/// <summary>H as a script: decides each transcript on its own, from its question's words and the exchanges so far.</summary>
public abstract class ScriptedOverseer : IOverseer
{
    /// <summary>The next move. Pure: equal transcripts get equal moves. H sees words, never the facts.</summary>
    /// <param name="question">The words of the transcript's question.</param>
    /// <param name="dialogue">What has been asked and replied so far.</param>
    public abstract OverseerMove NextMove(Symbols question, Dialogue dialogue);

    /// <inheritdoc/>
    public void NextMoves(TranscriptBatch transcripts, Span<OverseerMove> moves)
    {
        ReadOnlySpan<int> open = transcripts.Open;
        for (int i = 0; i < open.Length; i++)
            moves[i] = NextMove(transcripts.QuestionOf(open[i]).Words, new Dialogue(transcripts.ExchangesOf(open[i])));
    }
}
