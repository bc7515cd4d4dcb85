using Oversight.Core;
using Oversight.Protocols.Debate;
using Oversight.Tasks.ShortestPath;

namespace Oversight.Methods.Debate;

/// <summary>All edges, then those that leave the first vertex, then those that reach the second, then the edge between the two.</summary>
/// <param name="game">The game.</param>
public sealed class PathEncoding(PathGame game) : IClaimEncoding
{
    private readonly int _vertices = game.Task.VertexCount;

    /// <inheritdoc/>
    public int Inputs => _vertices * _vertices + 2 * _vertices + 1;

    /// <inheritdoc/>
    public int Outputs => game.Longest;

    /// <inheritdoc/>
    public void Encode(Question question, Span<float> row)
    {
        row.Clear();
        (int from, int to) = game.Task.EndsOf(question.Words);
        Span<float> leaving = row.Slice(_vertices * _vertices, _vertices);
        Span<float> reaching = row.Slice(_vertices * _vertices + _vertices, _vertices);
        foreach (Symbols fact in question.Facts.Statements)
        {
            (int source, int target) = game.Task.EdgeOf(fact);
            row[source * _vertices + target] = 1;
            if (source == from)
                leaving[target] = 1;
            if (target == to)
                reaching[source] = 1;
            if (source == from && target == to)
                row[^1] = 1;
        }
    }

    /// <inheritdoc/>
    public int OutputOf(Claim claim) => claim.Value - 1;
}
