using System.Collections.Immutable;

namespace Oversight.Protocols.Debate;

/// <summary>
/// A debate so far: all that was said, and nothing hidden. Any player can take a seat in the middle of it, and a judge needs no more to rule. Immutable.
/// </summary>
/// <param name="Root">The claim that the debate is about.</param>
/// <param name="Turns">The turns taken.</param>
public sealed record DebateRecord(Claim Root, ImmutableArray<Turn> Turns)
{
    /// <summary>A debate in which nothing was said yet.</summary>
    /// <param name="root">What it is about.</param>
    public DebateRecord(Claim root)
        : this(root, [])
    {
    }

    /// <summary>Whether the challenger has left the claim to stand.</summary>
    public bool IsConceded => Turns.Length > 0 && Turns[^1].Choice == Choice.Neither;

    /// <summary>The claim that is contested now, or was when the challenger gave in.</summary>
    public Claim Contested
    {
        get
        {
            for (int i = Turns.Length - 1; i >= 0; i--)
            {
                if (Turns[i].Choice != Choice.Neither)
                    return Turns[i].Split[Turns[i].Choice];
            }

            return Root;
        }
    }

    /// <summary>The debate one turn later.</summary>
    /// <param name="turn">The turn.</param>
    public DebateRecord Then(Turn turn) => this with { Turns = Turns.Add(turn) };
}
