using Oversight.Core;

namespace Oversight.Training.Checkpoints;

/// <summary>Where the training of a reward model stands.</summary>
/// <param name="Steps">Optimiser steps.</param>
/// <param name="Loss">The running loss; not a number before the first step.</param>
/// <param name="Spent">What comparisons have cost so far.</param>
public sealed record RewardModelState(int Steps, double Loss, OversightLedger Spent);
