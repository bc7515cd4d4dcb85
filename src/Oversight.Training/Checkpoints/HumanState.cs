namespace Oversight.Training.Checkpoints;

/// <summary>Where the asking of H stands.</summary>
/// <param name="Owed">Queries that may be made.</param>
/// <param name="ValidationLoss">The running loss of H' on fresh transcripts; infinite before the first.</param>
/// <param name="HumanQueries">Queries made.</param>
/// <param name="HumanDecisions">Decisions made.</param>
public sealed record HumanState(double Owed, double ValidationLoss, long HumanQueries, long HumanDecisions);
