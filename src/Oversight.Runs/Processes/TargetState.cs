using Oversight.Core;

namespace Oversight.Runs.Processes;

/// <summary>Where the making of targets stands.</summary>
/// <param name="Spent">What targets have cost so far.</param>
/// <param name="CountedShare">The share of the last batch that counts.</param>
/// <param name="IsOver">Whether the human queries are used up and no more batches are made.</param>
public sealed record TargetState(OversightLedger Spent, double CountedShare, bool IsOver = false);
