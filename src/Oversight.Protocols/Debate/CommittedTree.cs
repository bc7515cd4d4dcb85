using System.Collections.Immutable;

namespace Oversight.Protocols.Debate;

/// <summary>
/// A holder's whole argument, committed to before anything is contested: how every claim below the root would be split, down to the leaves.
/// Immutable.
/// </summary>
/// <param name="game">The game.</param>
/// <param name="root">The claim that the argument is for.</param>
/// <param name="split">What the argument says of the two halves of a claim; pure, or the holder would not be committed.</param>
public sealed class CommittedTree(IClaimGame game, Claim root, Func<Claim, Split> split)
{
    /// <summary>The claim that the argument is for.</summary>
    public Claim Root => root;

    /// <summary>Every leaf with the way that leads to it, the choice at the root first. A first half's leaves come before the second's.</summary>
    public IEnumerable<(Claim Leaf, Choice[] Way)> Leaves => LeavesBelow(root, []);

    /// <summary>What the argument says of the two halves of a claim.</summary>
    /// <param name="claim">A claim of the argument that is no leaf.</param>
    public Split Split(Claim claim) => split(claim);

    /// <summary>The debate that goes down one way of the argument.</summary>
    /// <param name="way">The choices, that at the root first.</param>
    public DebateRecord Follow(ReadOnlySpan<Choice> way)
    {
        var debate = new DebateRecord(root);
        foreach (Choice choice in way)
            debate = debate.Then(new Turn(Split(debate.Contested), choice));
        return debate;
    }

    private IEnumerable<(Claim Leaf, Choice[] Way)> LeavesBelow(Claim claim, ImmutableArray<Choice> way)
    {
        if (game.DepthOf(claim) == 0)
            return [(claim, [.. way])];
        Split halves = Split(claim);
        return LeavesBelow(halves.First, way.Add(Choice.First)).Concat(LeavesBelow(halves.Second, way.Add(Choice.Second)));
    }
}
