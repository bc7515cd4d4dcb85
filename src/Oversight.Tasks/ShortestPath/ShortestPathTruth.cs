using Oversight.Core;

namespace Oversight.Tasks.ShortestPath;

/// <summary>
/// The true distances and steps of one graph. A distance is the length of the shortest walk with at least one edge, so that from a vertex
/// to itself it is the length of the shortest cycle. Distances to one vertex are worked out when first asked for. Thread-safe.
/// </summary>
internal sealed class ShortestPathTruth : GroundTruth
{
    private readonly ShortestPathLanguage _language;
    private readonly (int Source, int Target)[] _edges;
    private readonly int[]?[] _distancesTo;

    public ShortestPathTruth(ShortestPathLanguage language, Facts facts, ReadOnlySpan<int> vertices)
    {
        _language = language;
        _distancesTo = new int[]?[language.Vertices.Count];
        _edges = new (int Source, int Target)[facts.Count];
        for (int i = 0; i < _edges.Length; i++)
        {
            if (!language.IsFact(facts[i]))
                throw new ArgumentException($"'{facts[i]}' is no fact of shortest path.", nameof(facts));
            _edges[i] = (language.Source(facts[i]), language.Target(facts[i]));
        }

        Vertices = vertices.IsEmpty ? [.. _edges.SelectMany(edge => new[] { edge.Source, edge.Target }).Distinct()] : vertices.ToArray();
    }

    /// <summary>The vertices that questions are drawn from; some may be without edges.</summary>
    public int[] Vertices { get; }

    /// <inheritdoc/>
    public override Answer Answer(Symbols words)
    {
        if (_language.IsNeighborQuestion(words, out int vertex))
            return LowestNeighbor(vertex);
        if (!_language.TryRead(words, out ShortestPathQuestion kind, out int a, out int b))
            return Core.Answer.Unknown;
        int distance = DistancesTo(b)[a];
        return kind switch
        {
            ShortestPathQuestion.Edge => distance == 1 ? ShortestPathLanguage.Yes : Core.Answer.Unknown,
            ShortestPathQuestion.Distance => _language.Distance(distance == 0 ? -1 : distance),
            _ => Step(a, b, distance),
        };
    }

    /// <inheritdoc/>
    public override bool Accepts(Symbols words, Answer answer)
    {
        Answer first = Answer(words);
        if (answer == first)
            return true;
        if (!_language.IsVertex(first, out _) || !_language.IsVertex(answer, out int vertex) || answer != _language.Vertex(vertex))
            return false;
        if (_language.IsNeighborQuestion(words, out int source))
            return DistancesTo(vertex)[source] == 1;
        _language.TryRead(words, out _, out int a, out int b);
        int distance = DistancesTo(b)[a];
        return distance > 1 && DistancesTo(vertex)[a] == 1 && DistancesTo(b)[vertex] == distance - 1;
    }

    /// <inheritdoc/>
    public override string ClassOf(Symbols words)
    {
        if (!_language.TryRead(words, out ShortestPathQuestion kind, out int a, out int b))
            return "malformed";
        return kind switch
        {
            ShortestPathQuestion.Neighbor => "neighbor",
            ShortestPathQuestion.Edge => DistancesTo(b)[a] == 1 ? "edge" : "no-edge",
            _ => $"{_language.Alphabet.Names[(byte)kind]} {BucketOf(DistancesTo(b)[a])}",
        };
    }

    private static string BucketOf(int distance) => distance switch
    {
        0 => "inf",
        1 => "1",
        2 => "2",
        <= 4 => "3-4",
        <= 8 => "5-8",
        <= 16 => "9-16",
        _ => "long",
    };

    private Answer Step(int a, int b, int distance)
    {
        if (distance == 1)
            return _language.Vertex(b);
        if (distance == 0 || distance > _language.Distances.High + 1)
            return ShortestPathLanguage.Unreachable;
        int[] distances = DistancesTo(b);
        int lowest = int.MaxValue;
        foreach ((int source, int target) in _edges)
        {
            if (source == a && distances[target] == distance - 1)
                lowest = Math.Min(lowest, target);
        }

        return _language.Vertex(lowest);
    }

    private Answer LowestNeighbor(int vertex)
    {
        int lowest = int.MaxValue;
        foreach ((int source, int target) in _edges)
        {
            if (source == vertex)
                lowest = Math.Min(lowest, target);
        }

        return lowest == int.MaxValue ? Core.Answer.Unknown : _language.Vertex(lowest);
    }

    /// <summary>D(a, target) for every a; 0 where there is no way.</summary>
    private int[] DistancesTo(int target)
    {
        if (_distancesTo[target] is { } known)
            return known;
        int[] distances = new int[_distancesTo.Length];
        bool grew = true;
        for (int length = 1; grew; length++)
        {
            grew = false;
            foreach ((int source, int next) in _edges)
            {
                bool near = length == 1 ? next == target : distances[next] == length - 1;
                if (!near || distances[source] != 0)
                    continue;
                distances[source] = length;
                grew = true;
            }
        }

        return _distancesTo[target] = distances;
    }
}
