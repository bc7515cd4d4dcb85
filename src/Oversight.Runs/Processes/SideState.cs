using Oversight.Core;

namespace Oversight.Runs.Processes;

/// <summary>Where something stands that learns beside X.</summary>
/// <param name="Steps">Optimiser steps.</param>
/// <param name="Loss">The running loss; not a number before the first step.</param>
/// <param name="Spent">What it has cost so far.</param>
public sealed record SideState(int Steps, double Loss, OversightLedger Spent);
