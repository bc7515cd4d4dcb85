using System.Numerics;
using Oversight.Core;
using Oversight.Tasks.ShortestPath;

namespace Oversight.Methods.RewardModelling;

/// <summary>
/// All distances of one graph, found by reading every fact: for experts who may, for what networks are shown, and for evaluation. H never holds one.
/// Immutable.
/// </summary>
public sealed class DistanceTable
{
    /// <summary>The distance where there is no way.</summary>
    public const int Unreachable = 64;

    private readonly ShortestPathTask _task;
    private readonly byte[] _distances;

    /// <summary>Works them out, breadth first.</summary>
    /// <param name="task">The task whose facts are read; at most 64 vertices.</param>
    /// <param name="facts">The graph.</param>
    public DistanceTable(ShortestPathTask task, Facts facts)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(task.VertexCount, 64);
        _task = task;
        ulong[] next = new ulong[task.VertexCount];
        foreach (Symbols fact in facts.Statements)
        {
            (int source, int target) = task.EdgeOf(fact);
            next[source] |= 1UL << target;
        }

        _distances = new byte[next.Length * next.Length];
        Array.Fill(_distances, (byte)Unreachable);
        for (int from = 0; from < next.Length; from++)
            Spread(from, next);
    }

    /// <summary>The edges of the shortest way from one vertex to another, 0 from a vertex to itself.</summary>
    /// <param name="from">A vertex.</param>
    /// <param name="to">A vertex.</param>
    public int this[int from, int to] => _distances[from * _task.VertexCount + to];

    /// <summary>The distance that a question asks for.</summary>
    /// <param name="question">A question for a distance on this graph.</param>
    public int Of(Question question)
    {
        (int from, int to) = _task.EndsOf(question.Words);
        return this[from, to];
    }

    /// <summary>Whether what a proposal says is so: its two halves are as long as it says, or it is indeed farther.</summary>
    /// <param name="proposal">About this graph.</param>
    public bool IsValid(Proposal proposal)
    {
        (int from, int to) = _task.EndsOf(proposal.Question.Words);
        return proposal.IsFarther
            ? this[from, to] >= proposal.Length
            : this[from, proposal.Waypoint] == proposal.Near && this[proposal.Waypoint, to] == proposal.Rest;
    }

    /// <summary>Whether it is valid and no way is shorter.</summary>
    /// <param name="proposal">About this graph.</param>
    public bool IsOptimal(Proposal proposal) => IsValid(proposal) && (proposal.IsFarther || Of(proposal.Question) == proposal.Length);

    private void Spread(int from, ulong[] next)
    {
        ulong seen = 1UL << from;
        ulong front = seen;
        for (byte distance = 0; front != 0; distance++)
        {
            ulong reached = 0;
            for (ulong left = front; left != 0; left &= left - 1)
            {
                int vertex = BitOperations.TrailingZeroCount(left);
                _distances[from * next.Length + vertex] = distance;
                reached |= next[vertex];
            }

            front = reached & ~seen;
            seen |= front;
        }
    }
}
