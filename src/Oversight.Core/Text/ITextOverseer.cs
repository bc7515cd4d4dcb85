namespace Oversight.Core.Text;

/// <summary>
/// H, an overseer, in the text plane: a pure function from a transcript so far to the next move. What is random or late in it belongs into
/// a record that can be replayed. It may be asked about several transcripts at once.
/// </summary>
public interface ITextOverseer
{
    /// <summary>Decides the next move of a transcript that has no answer yet.</summary>
    /// <param name="transcript">The question and the exchanges so far, whoever led them. How X came to its answers is left out.</param>
    /// <param name="budget">
    /// What is left of everything. A depth of zero says that no more questions can be asked, so that only a reply makes sense.
    /// </param>
    /// <param name="token">Gives up.</param>
    /// <returns>The move, with what making it cost.</returns>
    ValueTask<TextMove> NextMoveAsync(TextTranscript transcript, Budget budget, CancellationToken token);
}
