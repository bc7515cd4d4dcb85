namespace Oversight.Runs.Processes;

/// <summary>Where the training of X stands.</summary>
/// <param name="Steps">Optimiser steps.</param>
/// <param name="Batches">Batches given.</param>
/// <param name="Loss">The running loss; not a number before the first step.</param>
/// <param name="GradientNorm">The norm of the last gradient.</param>
/// <param name="BatchesOfRound">How many batches of the next round were given already; 0 between rounds.</param>
/// <param name="PublishedSteps">Optimiser steps of the weights that were published at the barrier before; only told within a round.</param>
public sealed record AssistantState(
    int Steps, int Batches, double Loss, double GradientNorm, int BatchesOfRound = 0, int PublishedSteps = 0)
{
    /// <summary>Whether a round has begun and is not over: the weights published before it must be kept, too.</summary>
    internal bool IsWithinRound => BatchesOfRound > 0;
}
