using System.Collections.Immutable;
using System.Numerics;
using Oversight.Core;
using Oversight.Protocols.Debate;

namespace Oversight.Tasks.ShortestPath;

/// <summary>
/// Claims that a walk of n edges leads from one vertex to another. Of two debaters who disagree on a distance, the one who says less holds such a claim; it
/// is split at a vertex in the middle, whose two walks must add up to n edges, and a walk of one edge is one fact.
/// </summary>
/// <param name="task">The task whose facts are read.</param>
/// <param name="longest">The longest walk that is claimed.</param>
public sealed class PathGame(ShortestPathTask task, int longest) : IClaimGame
{
    private readonly ImmutableArray<int> _values = [.. Enumerable.Range(1, longest)];

    /// <summary>The task.</summary>
    public ShortestPathTask Task { get; } = task;

    /// <summary>The longest walk that is claimed.</summary>
    public int Longest => _values[^1];

    /// <inheritdoc/>
    public int DepthOf(Claim claim) => BitOperations.Log2((uint)(2 * claim.Value - 1));

    /// <inheritdoc/>
    public ImmutableArray<int> ValuesOf(Question question) => _values;

    /// <inheritdoc/>
    public int OptionsOf(Claim claim) => Task.VertexCount;

    /// <inheritdoc/>
    public Split Option(Claim claim, int option)
    {
        (int from, int to) = Task.EndsOf(claim.Question.Words);
        int near = (claim.Value + 1) / 2;
        return new Split(
            new Claim(claim.Question.Ask(Task.AskDistance(from, option)), near),
            new Claim(claim.Question.Ask(Task.AskDistance(option, to)), claim.Value - near));
    }

    /// <inheritdoc/>
    public bool Adds(Claim claim, Split split)
    {
        (_, int middle) = Task.EndsOf(split.First.Question.Words);
        return middle >= 0 && split with { Message = 0 } == Option(claim, middle);
    }

    /// <inheritdoc/>
    public bool LookUp(Claim leaf)
    {
        (int from, int to) = Task.EndsOf(leaf.Question.Words);
        return HasEdge(leaf.Question.Facts, from, to);
    }

    /// <inheritdoc/>
    public bool Holds(Claim claim)
    {
        (int from, int to) = Task.EndsOf(claim.Question.Words);
        return ((ReachableFrom(claim.Question.Facts, from, claim.Value) >> to) & 1) != 0;
    }

    /// <summary>The vertices that walks of exactly so many edges lead to, as bits.</summary>
    /// <param name="facts">The graph.</param>
    /// <param name="from">Where the walks begin.</param>
    /// <param name="edges">How many edges they have.</param>
    public ulong ReachableFrom(Facts facts, int from, int edges)
    {
        ulong reached = 1UL << from;
        for (int i = 0; i < edges; i++)
        {
            ulong next = 0;
            foreach (Symbols fact in facts.Statements)
            {
                (int source, int target) = Task.EdgeOf(fact);
                next |= ((reached >> source) & 1) << target;
            }

            reached = next;
        }

        return reached;
    }

    /// <inheritdoc/>
    public string Format(Claim claim)
    {
        (int from, int to) = Task.EndsOf(claim.Question.Words);
        return claim.Value == 1 ? $"an edge {from} -> {to}" : $"a walk of {claim.Value} edges from {from} to {to}";
    }

    private bool HasEdge(Facts facts, int from, int to)
    {
        foreach (Symbols fact in facts.Statements)
        {
            if (Task.EdgeOf(fact) == (from, to))
                return true;
        }

        return false;
    }
}
