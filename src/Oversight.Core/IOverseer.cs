namespace Oversight.Core;

/// <summary>
/// H, an overseer: a pure function from a transcript so far to the next move. It sees the question and the exchanges and nothing hidden,
/// so a script, a person, a language model and the learned H' are interchangeable, and any transcript can be carried on or replayed by anyone.
/// </summary>
public interface IOverseer
{
    /// <summary>Decides the next move of every open transcript.</summary>
    /// <param name="transcripts">The transcripts; those that have ended are left out of <see cref="TranscriptBatch.Open"/>.</param>
    /// <param name="moves">Filled with one move for each entry of <see cref="TranscriptBatch.Open"/>, in that order.</param>
    void NextMoves(TranscriptBatch transcripts, Span<OverseerMove> moves);
}
