namespace Oversight.Runs.Processes;

/// <summary>Where the training of H' stands.</summary>
/// <param name="Steps">Optimiser steps.</param>
/// <param name="TrainingLoss">The running loss; infinite before the first step.</param>
public sealed record HumanModelState(int Steps, double TrainingLoss);
