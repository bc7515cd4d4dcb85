using Oversight.Core;

namespace Oversight.Tasks.SequentialAssignments;

/// <summary>
/// H for sequential assignments: asks what x was computed from, then for the values of both, and puts them together, with one question
/// more if f is a table. A constant shows by the first reply being no variable.
/// </summary>
internal sealed class SequentialAssignmentsHuman(SequentialAssignmentsLanguage language) : ScriptedOverseer
{
    /// <inheritdoc/>
    public override OverseerMove NextMove(Symbols question, Dialogue dialogue)
    {
        if (language.IsPrimitive(question) && language.IsWellFormed(question))
            return dialogue.TryAsk(question, out Answer fact) ? OverseerMove.Reply(fact) : dialogue.Move;
        if (!SequentialAssignmentsLanguage.IsKind(question, SequentialAssignmentsQuestion.Value))
            return OverseerMove.Reply(Answer.Unknown);

        // x itself is not looked at: if it is malformed, the reply to the first sub-question says so.
        Symbols first = SequentialAssignmentsLanguage.Instead(question, SequentialAssignmentsQuestion.First);
        if (!dialogue.TryAsk(first, out Answer reply))
            return dialogue.Move;
        if (!language.IsVariable(reply, out int y))
            return OverseerMove.Reply(reply);
        if (!dialogue.TryAsk(language.ValueOf(y), out Answer left))
            return dialogue.Move;

        Symbols second = SequentialAssignmentsLanguage.Instead(question, SequentialAssignmentsQuestion.Second);
        if (!dialogue.TryAsk(second, out reply))
            return dialogue.Move;
        if (!language.IsVariable(reply, out int z))
            return OverseerMove.Reply(reply);
        if (!dialogue.TryAsk(language.ValueOf(z), out Answer right))
            return dialogue.Move;

        if (!language.IsValue(left, out int p) || !language.IsValue(right, out int q))
            return OverseerMove.Reply(Answer.Unknown);
        return Combine(p, q, ref dialogue);
    }

    private OverseerMove Combine(int p, int q, ref Dialogue dialogue)
    {
        if (!language.HasTable)
            return OverseerMove.Reply(language.Value(language.Values.Fit(p + q)));
        if (!dialogue.TryAsk(language.Apply(p, q), out Answer reply))
            return dialogue.Move;
        return OverseerMove.Reply(language.IsValue(reply, out _) ? reply : Answer.Unknown);
    }
}
