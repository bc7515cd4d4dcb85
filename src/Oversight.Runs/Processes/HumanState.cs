using Oversight.Core;

namespace Oversight.Runs.Processes;

/// <summary>Where the asking of H stands.</summary>
/// <param name="Owed">Queries that may be made.</param>
/// <param name="ValidationLoss">The running loss of H' on fresh transcripts; infinite before the first.</param>
/// <param name="Spent">What H has been asked so far.</param>
public sealed record HumanState(double Owed, double ValidationLoss, OversightLedger Spent);
