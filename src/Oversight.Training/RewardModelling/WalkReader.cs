using Oversight.Protocols.RewardModelling;
using Oversight.Tasks.ShortestPath;

namespace Oversight.Training.RewardModelling;

/// <summary>How a reward model reads an answer: for each step whether the facts hold its edge, and how many steps there are. It reads every fact; what it does not know is what is wanted.</summary>
/// <param name="task">How facts are written.</param>
/// <param name="longest">The most steps.</param>
public sealed class WalkReader(ShortestPathTask task, int longest)
{
    /// <summary>Numbers an answer.</summary>
    public int Inputs => 2 * longest;

    /// <summary>Writes an answer.</summary>
    /// <param name="walk">The answer.</param>
    /// <param name="row">(inputs), overwritten.</param>
    public void Write(Walk walk, Span<float> row)
    {
        row.Clear();
        for (int i = 0; i < walk.Edges; i++)
            row[i] = LimitedHuman.Exists(task, walk.Facts, walk.Vertices[i], walk.Vertices[i + 1]) ? 1 : -1;
        row[longest + walk.Edges - 1] = 1;
    }
}
