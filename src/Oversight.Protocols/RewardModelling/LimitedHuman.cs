using Oversight.Core;
using Oversight.Determinism;
using Oversight.Tasks.ShortestPath;

namespace Oversight.Protocols.RewardModelling;

/// <summary>
/// H, who can count edges and look up one of them, and no more (Leike et al. 2018, arXiv 1811.07871, sections 2 and 3). He may ask helpers, trained the same way one level below, about the halves of each answer;
/// then he is inclined to the answer whose halves are right, and otherwise to the shorter, and looks up one edge of the answer that he is inclined to.
/// </summary>
/// <param name="task">How facts are written.</param>
/// <param name="helper">Whom he asks; null for nobody.</param>
/// <param name="random">Decides which edge is looked up, and ties.</param>
public sealed class LimitedHuman(ShortestPathTask task, IHelper? helper, RandomStream random) : IComparer
{
    private const float Clear = 0.25f;
    private const float Right = 0.5f;

    /// <inheritdoc/>
    public void Compare(ReadOnlySpan<(Walk First, Walk Second)> pairs, Span<Opinion> opinions)
    {
        float[] worth = Consult(pairs);
        for (int i = 0; i < pairs.Length; i++)
            opinions[i] = Compare(pairs[i].First, pairs[i].Second, worth[2 * i], worth[2 * i + 1]);
    }

    /// <summary>For each answer how likely all its parts are to be right; 1 where nobody is asked.</summary>
    private float[] Consult(ReadOnlySpan<(Walk First, Walk Second)> pairs)
    {
        float[] worth = new float[2 * pairs.Length];
        Array.Fill(worth, 1);
        if (helper is null)
            return worth;
        var parts = new List<Walk>();
        var owners = new List<int>();
        for (int i = 0; i < worth.Length; i++)
        {
            foreach (Walk part in AskedAbout(i % 2 == 0 ? pairs[i / 2].First : pairs[i / 2].Second))
            {
                parts.Add(part);
                owners.Add(i);
            }
        }

        float[] ratings = new float[parts.Count];
        helper.Rate([.. parts], ratings);
        for (int i = 0; i < ratings.Length; i++)
            worth[owners[i]] *= ratings[i];
        return worth;
    }

    /// <summary>The halves; of one that is too long for the helper a piece of it that is not.</summary>
    private IEnumerable<Walk> AskedAbout(Walk answer)
    {
        (Walk first, Walk second) = answer.Halves;
        foreach (Walk half in answer.Edges == 1 ? (Walk[])[answer] : [first, second])
        {
            int length = Math.Min(half.Edges, helper!.Longest);
            yield return half.Part(random.Next(half.Edges - length + 1), length);
        }
    }

    private Opinion Compare(Walk first, Walk second, float firstWorth, float secondWorth)
    {
        float lead = firstWorth - secondWorth;
        bool inclined = Math.Abs(lead) > Clear ? lead > 0
            : first.Edges != second.Edges ? first.Edges < second.Edges
            : random.NextBool();
        bool exists = LookUp(inclined ? first : second);
        bool? IsRight(Walk answer, float worth, bool lookedAt) =>
            lookedAt && !exists ? false
            : helper is not null ? worth > Right
            : lookedAt && answer.Edges == 1 ? true
            : null;
        return new Opinion(inclined == exists, IsRight(first, firstWorth, inclined), IsRight(second, secondWorth, !inclined), FactsRead: 1);
    }

    private bool LookUp(Walk answer)
    {
        int edge = random.Next(answer.Edges);
        return Exists(task, answer.Facts, answer.Vertices[edge], answer.Vertices[edge + 1]);
    }

    /// <summary>Whether the facts hold an edge.</summary>
    /// <param name="task">How facts are written.</param>
    /// <param name="facts">The graph.</param>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    public static bool Exists(ShortestPathTask task, Facts facts, int from, int to)
    {
        foreach (Symbols fact in facts.Statements)
        {
            if (task.EdgeOf(fact) == (from, to))
                return true;
        }

        return false;
    }
}
