namespace Oversight.Runs.Processes;

/// <summary>
/// One of the processes that run side by side in a round. While it runs it reads only what was published at the barrier before, so the order in which
/// processes run, and on how many threads, changes nothing.
/// </summary>
public interface IProcess
{
    /// <summary>Does the round's work.</summary>
    /// <param name="round">The number of the round, from 1.</param>
    void Run(int round);

    /// <summary>Makes the round's results visible to the others; called at the barrier, one process after the other.</summary>
    void Publish();
}
