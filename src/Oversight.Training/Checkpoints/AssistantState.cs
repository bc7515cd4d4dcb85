namespace Oversight.Training.Checkpoints;

/// <summary>Where the training of X stands.</summary>
/// <param name="Steps">Optimiser steps.</param>
/// <param name="Batches">Batches given.</param>
/// <param name="Loss">The running loss; not a number before the first step.</param>
/// <param name="GradientNorm">The norm of the last gradient.</param>
public sealed record AssistantState(int Steps, int Batches, double Loss, double GradientNorm);
