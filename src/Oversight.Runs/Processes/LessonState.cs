namespace Oversight.Runs.Processes;

/// <summary>Where lessons before the method proper stand.</summary>
/// <param name="Given">Batches given.</param>
/// <param name="Steps">Optimiser steps of the learner.</param>
/// <param name="Targets">Where the making of the batches stands.</param>
public sealed record LessonState(int Given, int Steps, TargetState Targets);
