using Oversight.Core;

namespace Oversight.Tasks.Patterns;

/// <summary>
/// H for questions about all strings that match a pattern: puts each character in place of the first wildcard and adds up the replies.
/// </summary>
internal abstract class PatternHuman(PatternCode patterns, NumberCode numbers) : ScriptedOverseer
{
    /// <inheritdoc/>
    public override OverseerMove NextMove(Symbols question, Dialogue dialogue)
    {
        if (!patterns.IsPattern(question))
            return Reply(0);
        int place = PatternCode.FirstWildcard(question);
        if (place < 0)
            return dialogue.TryAsk(question, out Answer fact) ? OverseerMove.Reply(fact) : dialogue.Move;

        int total = 0;
        for (int character = 0; character < patterns.Characters; character++)
        {
            if (!dialogue.TryAsk(PatternCode.Put(question, place, character), out Answer reply))
                return dialogue.Move;
            if (!numbers.TryDecode(reply.Words[0], out int part))
                return OverseerMove.Reply(Answer.Unknown);
            total += part;
        }

        return Reply(numbers.Fit(total));
    }

    private OverseerMove Reply(int number) => OverseerMove.Reply(new Answer(Symbols.Of(numbers.Encode(number))));
}
