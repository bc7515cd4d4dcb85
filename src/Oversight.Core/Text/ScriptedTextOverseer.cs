namespace Oversight.Core.Text;

/// <summary>H as a script in the text plane: decides at once, from the question and the exchanges so far, and charges nothing.</summary>
public abstract class ScriptedTextOverseer : ITextOverseer
{
    /// <summary>The next move. Pure: equal transcripts get equal moves.</summary>
    /// <param name="question">The transcript's question.</param>
    /// <param name="dialogue">What has been asked and replied so far.</param>
    public abstract TextMove NextMove(TextQuestion question, TextDialogue dialogue);

    /// <inheritdoc/>
    public ValueTask<TextMove> NextMoveAsync(TextTranscript transcript, Budget budget, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        return ValueTask.FromResult(NextMove(transcript.Question, new TextDialogue(transcript.Exchanges)));
    }
}
