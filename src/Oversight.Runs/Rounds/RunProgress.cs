namespace Oversight.Runs.Rounds;

/// <summary>Where a run stands between two evaluations.</summary>
/// <param name="Phase">What is going on, in a few words.</param>
/// <param name="Round">Rounds so far.</param>
/// <param name="Step">Steps so far: batches that X was given in the method proper.</param>
/// <param name="Seconds">Wall-clock time since the start.</param>
/// <param name="AssistantLoss">The running loss of X; not a number before the first step.</param>
/// <param name="HumanModelLoss">The running loss of H'; null without H' or before its first step.</param>
/// <param name="HumanQueries">Top-level questions decomposed by the real H so far.</param>
/// <param name="Difficulty">The instance size level, or "full".</param>
public sealed record RunProgress(
    string Phase, int Round, int Step, double Seconds, double AssistantLoss, double? HumanModelLoss, long HumanQueries, string Difficulty)
{
    /// <summary>Batches that X was given before the method proper.</summary>
    public int PreparingSteps { get; init; }

    /// <summary>Rounds before the method proper.</summary>
    public int PreparingRounds { get; init; }
}
