namespace Oversight.Core.Tests;

/// <summary>
/// A test overseer: f(n) = 2 f(n - 1), f(0) = 1, where n is the question's first symbol. Depth n of nesting answers f(n) from f(0).
/// </summary>
internal sealed class Doubler : ScriptedOverseer
{
    public override OverseerMove NextMove(Symbols question, Dialogue dialogue)
    {
        if (question[0] == 0)
            return OverseerMove.Reply(new Answer(Symbols.Of(1)));
        if (!dialogue.TryAsk(Symbols.Of((byte)(question[0] - 1)), out Answer half))
            return dialogue.Move;
        return OverseerMove.Reply(half.IsUnknown ? Answer.Unknown : new Answer(Symbols.Of((byte)(2 * half.Words[0]))));
    }
}
