using System.Collections.Immutable;
using Oversight.Core;

namespace Oversight.Protocols.RewardModelling;

/// <summary>An answer to a question of shortest path: the vertices that are gone through, both ends among them. Some of its edges may not exist.</summary>
/// <param name="Facts">The graph.</param>
/// <param name="Vertices">At least two.</param>
public sealed record Walk(Facts Facts, ImmutableArray<int> Vertices)
{
    /// <summary>How many edges it claims.</summary>
    public int Edges => Vertices.Length - 1;

    /// <summary>A part of it.</summary>
    /// <param name="from">The first edge.</param>
    /// <param name="edges">How many edges.</param>
    public Walk Part(int from, int edges) => this with { Vertices = Vertices.Slice(from, edges + 1) };

    /// <summary>Its two halves, the first as long or longer by an edge.</summary>
    public (Walk First, Walk Second) Halves => (Part(0, (Edges + 1) / 2), Part((Edges + 1) / 2, Edges / 2));
}
