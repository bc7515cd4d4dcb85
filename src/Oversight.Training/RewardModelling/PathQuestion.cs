using Oversight.Core;
using Oversight.Tasks.ShortestPath;

namespace Oversight.Training.RewardModelling;

/// <summary>A question how to go from one vertex to another, with the distances to the end: what an expert policy and evaluation know of it.</summary>
public sealed class PathQuestion
{
    private readonly int[] _distances;
    private readonly int[][] _neighbours;

    /// <summary>Works out the distances.</summary>
    /// <param name="task">How facts are written.</param>
    /// <param name="facts">The graph.</param>
    /// <param name="from">The start.</param>
    /// <param name="to">The end.</param>
    /// <param name="longest">Distances beyond it count as none.</param>
    public PathQuestion(ShortestPathTask task, Facts facts, int from, int to, int longest)
    {
        (Facts, From, To) = (facts, from, to);
        _neighbours = [.. Enumerable.Range(0, task.VertexCount).Select(vertex => NeighboursOf(task, facts, vertex))];
        _distances = new int[task.VertexCount];
        Array.Fill(_distances, int.MaxValue);
        _distances[to] = 0;
        for (int length = 1; length <= longest; length++)
        {
            for (int vertex = 0; vertex < _distances.Length; vertex++)
            {
                if (_distances[vertex] == int.MaxValue && _neighbours[vertex].Any(next => _distances[next] == length - 1))
                    _distances[vertex] = length;
            }
        }
    }

    /// <summary>The graph.</summary>
    public Facts Facts { get; }

    /// <summary>The start.</summary>
    public int From { get; }

    /// <summary>The end.</summary>
    public int To { get; }

    /// <summary>How many edges a shortest walk has; -1 if there is none of the length allowed.</summary>
    public int Distance => _distances[From] == int.MaxValue ? -1 : _distances[From];

    /// <summary>How many edges a shortest walk from a vertex to the end has; <see cref="int.MaxValue"/> if there is none.</summary>
    /// <param name="vertex">The vertex.</param>
    public int DistanceFrom(int vertex) => _distances[vertex];

    /// <summary>The vertices that edges lead to.</summary>
    /// <param name="vertex">Where they begin.</param>
    public IReadOnlyList<int> Neighbours(int vertex) => _neighbours[vertex];

    private static int[] NeighboursOf(ShortestPathTask task, Facts facts, int vertex)
    {
        var next = new List<int>();
        foreach (Symbols fact in facts.Statements)
        {
            (int source, int target) = task.EdgeOf(fact);
            if (source == vertex && !next.Contains(target))
                next.Add(target);
        }

        return [.. next];
    }
}
