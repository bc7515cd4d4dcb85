using Oversight.Core;

namespace Oversight.Tasks.UnionFind;

/// <summary>
/// H for union find. Value and depth follow the parent one step. A parent is the least deep of three candidates: X's own two guesses at
/// this very question, where a fact confirms that they equal x, and a random neighbour; the first of equally deep ones wins.
/// </summary>
internal sealed class UnionFindHuman(UnionFindLanguage language) : ScriptedOverseer
{
    private const int Guesses = 2;

    /// <inheritdoc/>
    public override OverseerMove NextMove(Symbols question, Dialogue dialogue)
    {
        if (!language.TryRead(question, out UnionFindQuestion kind, out int x, out _))
            return OverseerMove.Reply(Answer.Unknown);
        if (language.IsPrimitive(question))
            return dialogue.TryAsk(question, out Answer fact) ? OverseerMove.Reply(fact) : dialogue.Move;

        if (!dialogue.TryAsk(language.Ask(UnionFindQuestion.SimpleValue, x), out Answer value))
            return dialogue.Move;
        bool isRoot = language.IsValue(value);
        return kind switch
        {
            UnionFindQuestion.Value => isRoot ? OverseerMove.Reply(value) : Value(x, ref dialogue),
            UnionFindQuestion.Depth => isRoot ? OverseerMove.Reply(language.Depth(0)) : Depth(x, ref dialogue),
            _ => isRoot ? OverseerMove.Reply(language.Variable(x)) : Parent(question, x, ref dialogue),
        };
    }

    private OverseerMove Value(int x, ref Dialogue dialogue)
    {
        if (!dialogue.TryAsk(language.Ask(UnionFindQuestion.Parent, x), out Answer reply))
            return dialogue.Move;
        if (!language.IsVariable(reply, out int y))
            return OverseerMove.Reply(Answer.Unknown);

        if (!dialogue.TryAsk(language.Ask(UnionFindQuestion.Value, y), out reply))
            return dialogue.Move;
        return OverseerMove.Reply(language.IsValue(reply) ? reply : Answer.Unknown);
    }

    private OverseerMove Depth(int x, ref Dialogue dialogue)
    {
        if (!dialogue.TryAsk(language.Ask(UnionFindQuestion.Parent, x), out Answer reply))
            return dialogue.Move;
        if (!language.IsVariable(reply, out int y))
            return OverseerMove.Reply(Answer.Unknown);

        if (!dialogue.TryAsk(language.Ask(UnionFindQuestion.Depth, y), out reply))
            return dialogue.Move;
        return OverseerMove.Reply(language.IsDepth(reply, out int depth) ? language.Depth(depth + 1) : Answer.Unknown);
    }

    private OverseerMove Parent(Symbols question, int x, ref Dialogue dialogue)
    {
        Span<int> candidates = stackalloc int[Guesses + 1];
        int count = 0;
        Answer reply;
        for (int guess = 0; guess < Guesses; guess++)
        {
            if (!dialogue.TryAsk(question, out reply))
                return dialogue.Move;
            if (!language.IsVariable(reply, out int y))
                continue;
            if (!dialogue.TryAsk(language.Equal(x, y), out reply))
                return dialogue.Move;
            if (UnionFindLanguage.IsYes(reply))
                candidates[count++] = y;
        }

        if (!dialogue.TryAsk(language.Ask(UnionFindQuestion.Neighbor, x), out reply))
            return dialogue.Move;
        if (language.IsVariable(reply, out int neighbor))
            candidates[count++] = neighbor;
        return LeastDeep(candidates[..count], ref dialogue);
    }

    private OverseerMove LeastDeep(scoped ReadOnlySpan<int> candidates, ref Dialogue dialogue)
    {
        Answer kept = Answer.Unknown;
        int least = int.MaxValue;
        foreach (int y in candidates)
        {
            if (!dialogue.TryAsk(language.Ask(UnionFindQuestion.Depth, y), out Answer reply))
                return dialogue.Move;
            if (!language.IsDepth(reply, out int depth) || depth >= least)
                continue;
            kept = language.Variable(y);
            least = depth;
        }

        return OverseerMove.Reply(kept);
    }
}
