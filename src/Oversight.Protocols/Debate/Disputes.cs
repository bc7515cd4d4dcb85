using Oversight.Tasks;
using Oversight.Tasks.ShortestPath;
using Oversight.Tasks.WildcardSearch;

namespace Oversight.Protocols.Debate;

/// <summary>Which tasks' answers can be disputed.</summary>
public static class Disputes
{
    /// <summary>Whether a task's answers can be disputed.</summary>
    /// <param name="task">The task.</param>
    public static bool Know(AlgorithmicTask task) => task is WildcardSearchTask { Characters: 2 } or ShortestPathTask;

    /// <summary>The disputes on a task's answers; null where nobody has said yet how its answers are taken apart.</summary>
    /// <param name="task">The task; wildcard search with two characters, or shortest path.</param>
    public static IDispute? Of(AlgorithmicTask task) => task switch
    {
        WildcardSearchTask { Characters: 2 } sums => new PatternDispute(new PatternGame(sums, new TaskFold(sums))),
        ShortestPathTask paths => new PathDispute(new PathGame(paths, paths.LongestDistance + 1)),
        _ => null,
    };
}
