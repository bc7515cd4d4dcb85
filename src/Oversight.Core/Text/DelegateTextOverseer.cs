namespace Oversight.Core.Text;

/// <summary>H as a function, for scripts of a few lines.</summary>
/// <param name="nextMove">The next move, from the question and what has been asked and replied so far. Pure.</param>
public sealed class DelegateTextOverseer(Func<TextQuestion, TextDialogue, TextMove> nextMove) : ScriptedTextOverseer
{
    /// <inheritdoc/>
    public override TextMove NextMove(TextQuestion question, TextDialogue dialogue) => nextMove(question, dialogue);
}
