namespace Oversight.Protocols.Debate;

/// <summary>Plays debates to their ends: the holder splits, the challenger picks, until the judge can look up what is left.</summary>
/// <param name="game">The game.</param>
/// <param name="holder">Holds every contested claim.</param>
/// <param name="challenger">Says that the root claims are false.</param>
public sealed class DebateMatch(IClaimGame game, IDebater holder, IDebater challenger)
{
    /// <summary>Plays.</summary>
    /// <param name="roots">The claims to debate.</param>
    public DebateRecord[] Play(ReadOnlySpan<Claim> roots)
    {
        var debates = new DebateRecord[roots.Length];
        for (int i = 0; i < roots.Length; i++)
            debates[i] = new DebateRecord(roots[i]);
        while (TakeTurn(debates))
        {
        }

        return debates;
    }

    /// <summary>Takes a turn in each debate that goes on.</summary>
    /// <param name="debates">Moved on.</param>
    /// <returns>Whether any went on.</returns>
    public bool TakeTurn(DebateRecord[] debates)
    {
        int[] going = [.. Enumerable.Range(0, debates.Length).Where(i => GoesOn(debates[i]))];
        if (going.Length == 0)
            return false;
        DebateRecord[] open = [.. going.Select(i => debates[i])];
        var splits = new Split[open.Length];
        var choices = new Choice[open.Length];
        holder.Split(open, splits);
        challenger.Contest(open, splits, choices);
        for (int i = 0; i < open.Length; i++)
            debates[going[i]] = open[i].Then(new Turn(splits[i], choices[i]));
        return true;
    }

    /// <summary>Whether there is something left to split: neither a leaf nor conceded, and all that was said adds up.</summary>
    private bool GoesOn(DebateRecord debate) =>
        !debate.IsConceded && game.DepthOf(debate.Contested) > 0 && (debate.Turns.Length == 0 || LastTurnAdds(debate));

    private bool LastTurnAdds(DebateRecord debate)
    {
        DebateRecord before = debate with { Turns = debate.Turns[..^1] };
        return game.Adds(before.Contested, debate.Turns[^1].Split);
    }
}
