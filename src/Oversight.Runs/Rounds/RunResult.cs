using Oversight.Core;

namespace Oversight.Runs.Rounds;

/// <summary>What a run came to.</summary>
/// <param name="Options">What it was asked to do.</param>
/// <param name="Final">The last evaluation, on more contexts than the ones before.</param>
/// <param name="Seconds">Wall-clock time, evaluations included.</param>
/// <param name="TrainingSeconds">Wall-clock time, evaluations left out.</param>
/// <param name="Threads">How many threads it used.</param>
/// <param name="Stopped">Why it ended.</param>
/// <param name="Milestones">For each class the first evaluation at which Amplify and the teacher were right nine times in ten.</param>
public sealed record RunResult(
    TrainingOptions Options,
    MeasuredStep Final,
    double Seconds,
    double TrainingSeconds,
    int Threads,
    StopReason Stopped,
    IReadOnlyList<Milestone> Milestones)
{
    /// <summary>What stopped being a sensible number, if that is why it ended.</summary>
    public string? Divergence { get; init; }

    /// <summary>What oversight cost.</summary>
    public OversightLedger Ledger => Final.Ledger;
}
