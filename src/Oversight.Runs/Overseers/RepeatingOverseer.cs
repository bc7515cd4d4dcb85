using Oversight.Core;

namespace Oversight.Runs.Overseers;

/// <summary>A human who only asks the question again and passes on the answer: a control, from which X must learn nothing.</summary>
public sealed class RepeatingOverseer : ScriptedOverseer
{
    /// <inheritdoc/>
    public override OverseerMove NextMove(Symbols question, Dialogue dialogue) =>
        dialogue.TryAsk(question, out Answer answer) ? OverseerMove.Reply(answer) : dialogue.Move;
}
