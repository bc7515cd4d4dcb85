using Oversight.Core;

namespace Oversight.Tasks.ShortestPath;

/// <summary>
/// H for shortest path. A distance is one more than the distance from the first step. A step is the nearest to b of three candidates: X's
/// own two guesses at this very question, where they are neighbours of a, and a random neighbour; the first of equally near ones wins.
/// </summary>
internal sealed class ShortestPathHuman(ShortestPathLanguage language) : ScriptedOverseer
{
    private const int Guesses = 2;

    /// <inheritdoc/>
    public override OverseerMove NextMove(Symbols question, Dialogue dialogue)
    {
        if (!language.TryRead(question, out ShortestPathQuestion kind, out int a, out int b))
            return OverseerMove.Reply(Answer.Unknown);
        return kind switch
        {
            ShortestPathQuestion.Distance => Distance(a, b, dialogue),
            ShortestPathQuestion.Step => Step(question, a, b, dialogue),
            _ => dialogue.TryAsk(question, out Answer fact) ? OverseerMove.Reply(fact) : dialogue.Move,
        };
    }

    private OverseerMove Distance(int a, int b, Dialogue dialogue)
    {
        if (!dialogue.TryAsk(language.Ask(ShortestPathQuestion.Edge, a, b), out Answer reply))
            return dialogue.Move;
        if (ShortestPathLanguage.IsYes(reply))
            return OverseerMove.Reply(language.Distance(1));

        if (!dialogue.TryAsk(language.Ask(ShortestPathQuestion.Step, a, b), out reply))
            return dialogue.Move;
        if (!language.IsVertex(reply, out int c))
            return OverseerMove.Reply(ShortestPathLanguage.Infinite);

        if (!dialogue.TryAsk(language.Ask(ShortestPathQuestion.Distance, c, b), out reply))
            return dialogue.Move;
        if (!language.IsDistance(reply, out int rest))
            return OverseerMove.Reply(Answer.Unknown);
        return OverseerMove.Reply(rest == int.MaxValue ? ShortestPathLanguage.Infinite : language.Distance(rest + 1));
    }

    private OverseerMove Step(Symbols question, int a, int b, Dialogue dialogue)
    {
        if (!dialogue.TryAsk(language.Ask(ShortestPathQuestion.Edge, a, b), out Answer reply))
            return dialogue.Move;
        if (ShortestPathLanguage.IsYes(reply))
            return OverseerMove.Reply(language.Vertex(b));

        Span<int> candidates = stackalloc int[Guesses + 1];
        int count = 0;
        for (int guess = 0; guess < Guesses; guess++)
        {
            if (!dialogue.TryAsk(question, out reply))
                return dialogue.Move;
            if (!language.IsVertex(reply, out int x))
                continue;
            if (!dialogue.TryAsk(language.Ask(ShortestPathQuestion.Edge, a, x), out reply))
                return dialogue.Move;
            if (ShortestPathLanguage.IsYes(reply))
                candidates[count++] = x;
        }

        if (!dialogue.TryAsk(language.Neighbor(a), out reply))
            return dialogue.Move;
        if (language.IsVertex(reply, out int neighbor))
            candidates[count++] = neighbor;
        return Nearest(candidates[..count], b, ref dialogue);
    }

    private OverseerMove Nearest(scoped ReadOnlySpan<int> candidates, int b, ref Dialogue dialogue)
    {
        int nearest = -1;
        int shortest = int.MaxValue;
        foreach (int x in candidates)
        {
            if (!dialogue.TryAsk(language.Ask(ShortestPathQuestion.Distance, x, b), out Answer reply))
                return dialogue.Move;
            if (!language.IsDistance(reply, out int distance) || distance >= shortest)
                continue;
            nearest = x;
            shortest = distance;
        }

        return OverseerMove.Reply(nearest < 0 ? ShortestPathLanguage.Unreachable : language.Vertex(nearest));
    }
}
