using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Determinism;
using Oversight.Protocols.RewardModelling;
using Oversight.Tasks;
using Oversight.Tasks.ShortestPath;
using Oversight.Training.Processes;

namespace Oversight.Training.RewardModelling;

/// <summary>Graphs, questions and answers of every quality: walks that exist, some with detours, and walks that cut corners over edges which do not.</summary>
public sealed class PathWorld
{
    private const double CutsCorners = 0.4;
    private const int PairsAGraph = 16;
    private readonly int _nearest;
    private readonly int _farthest;
    private readonly ContextSource _training;
    private readonly ContextSource _heldOut;

    /// <summary>A world.</summary>
    /// <param name="vertices">How many vertices a graph has.</param>
    /// <param name="longest">The longest walk, in edges.</param>
    /// <param name="nearest">The least distance asked about.</param>
    /// <param name="farthest">The greatest distance asked about.</param>
    public PathWorld(int vertices, int longest, int nearest, int farthest)
    {
        Task = new ShortestPathTask(vertices, 1);
        (Longest, _nearest, _farthest) = (longest, nearest, farthest);
        (_training, _heldOut) = (new ContextSource(Task, HeldOut: false), new ContextSource(Task, HeldOut: true));
    }

    /// <summary>How facts are written.</summary>
    public ShortestPathTask Task { get; }

    /// <summary>The longest walk, in edges.</summary>
    public int Longest { get; }

    /// <summary>Draws a question within the distances asked about.</summary>
    /// <param name="heldOut">Whether on a graph that training never draws.</param>
    /// <param name="random">Consumed.</param>
    public PathQuestion DrawQuestion(bool heldOut, RandomStream random)
    {
        while (true)
        {
            Facts facts = (heldOut ? _heldOut : _training).Draw(Difficulty.Full, random).Facts;
            for (int i = 0; i < PairsAGraph; i++)
            {
                var question = new PathQuestion(Task, facts, random.Next(Task.VertexCount), random.Next(Task.VertexCount), Longest);
                if (question.Distance >= _nearest && question.Distance <= _farthest)
                    return question;
            }
        }
    }

    /// <summary>Draws an answer as an untrained policy gives it.</summary>
    /// <param name="question">The question.</param>
    /// <param name="random">Consumed.</param>
    public Walk Propose(PathQuestion question, RandomStream random)
    {
        Walk walk = Wander(question, random);
        return random.Chance(CutsCorners) ? CutCorners(walk, random) : walk;
    }

    /// <summary>Draws a part of a walk, of a given number of edges, some of which may not exist: what helpers are trained on.</summary>
    /// <param name="facts">The graph.</param>
    /// <param name="edges">How many edges.</param>
    /// <param name="random">Consumed.</param>
    public Walk DrawPart(Facts facts, int edges, RandomStream random)
    {
        // As many wrong edges as make about half of all parts right, whatever their length.
        double wrong = 1 - Math.Pow(0.5, 1.0 / edges);
        ImmutableArray<int>.Builder vertices = ImmutableArray.CreateBuilder<int>(edges + 1);
        vertices.Add(random.Next(Task.VertexCount));
        while (vertices.Count <= edges)
            vertices.Add(random.Chance(wrong) ? random.Next(Task.VertexCount) : Neighbour(facts, vertices[^1], random) ?? random.Next(Task.VertexCount));
        return new Walk(facts, vertices.MoveToImmutable());
    }

    /// <summary>
    /// The reward that is meant: 0 for an answer with an edge that does not exist, 1 for a shortest one, and less for each edge too many. For evaluation and for the oracle only.
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="walk">The answer.</param>
    public double Gold(PathQuestion question, Walk walk) => IsValid(walk) ? 1 - (walk.Edges - question.Distance) / (double)Longest : 0;

    /// <summary>Whether all edges exist.</summary>
    /// <param name="walk">The answer.</param>
    public bool IsValid(Walk walk) =>
        Enumerable.Range(0, walk.Edges).All(i => LimitedHuman.Exists(Task, walk.Facts, walk.Vertices[i], walk.Vertices[i + 1]));

    /// <summary>A walk that exists: at each vertex on to any from where the end can still be reached.</summary>
    private Walk Wander(PathQuestion question, RandomStream random)
    {
        int length = random.Next(question.Distance, Longest + 1);
        ImmutableArray<int>.Builder vertices = ImmutableArray.CreateBuilder<int>();
        vertices.Add(question.From);
        while (vertices[^1] != question.To)
        {
            int left = length - vertices.Count + 1;
            int[] next = [.. question.Neighbours(vertices[^1]).Where(vertex => vertex == question.To || question.DistanceFrom(vertex) < left)];
            vertices.Add(next[random.Next(next.Length)]);
        }

        return new Walk(question.Facts, vertices.ToImmutable());
    }

    /// <summary>Leaves out one vertex or more between the ends.</summary>
    private static Walk CutCorners(Walk walk, RandomStream random)
    {
        ImmutableArray<int> vertices = walk.Vertices;
        for (int left = 1 + random.Next(Math.Max(1, vertices.Length - 2)); left > 0 && vertices.Length > 2; left--)
            vertices = vertices.RemoveAt(1 + random.Next(vertices.Length - 2));
        return walk with { Vertices = vertices };
    }

    private int? Neighbour(Facts facts, int from, RandomStream random)
    {
        int[] next = [.. facts.Statements.ToArray().Select(Task.EdgeOf).Where(edge => edge.Source == from).Select(edge => edge.Target)];
        return next.Length == 0 ? null : next[random.Next(next.Length)];
    }
}
