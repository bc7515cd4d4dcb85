using System.Collections.Immutable;
using Oversight.Core;

namespace Oversight.Tasks.ShortestPath;

/// <summary>
/// How X's look-up network reads edges: from their end, because shortest paths are found from the goal backwards. An edge u -> v is a
/// statement about v, and its result is u: one look-up turns a set of vertices into those one step before them.
/// </summary>
internal static class ShortestPathLayout
{
    /// <summary>The layout.</summary>
    /// <param name="length">Characters a vertex.</param>
    /// <param name="answers">The task's answers; vertices are among them.</param>
    public static StatementLayout Of(int length, ImmutableArray<Answer> answers) => new(
        [new WordSlot(0, length), new WordSlot(length, length)],
        [new WordSlot(1 + length, length), new WordSlot(1, length)])
    {
        // The vertex that the edge leads to; the same, kept; the vertex that it comes from; the same, to be looked up.
        Fields = 4,
        KeptFields = 1,
        FieldsOf = static (_, slot, _) => slot == 0 ? [2, 3] : [0, 1],
        SharesNames = true,
        Names = [.. answers.Select(answer => answer.Words)],
    };
}
