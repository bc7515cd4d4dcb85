namespace Oversight.Training.RewardModelling;

/// <summary>How much work goes into one arm.</summary>
/// <param name="Vertices">Vertices of a graph.</param>
/// <param name="HelperSteps">Optimiser steps of each helper.</param>
/// <param name="ModelSteps">Optimiser steps of the reward model.</param>
/// <param name="ImitationSteps">Steps in which the policy learns to answer as untrained policies do.</param>
/// <param name="PolicySteps">Steps of policy gradient.</param>
/// <param name="Questions">Held-out questions in each evaluation.</param>
/// <param name="Batch">Comparisons, or answers, a step.</param>
public sealed record RewardOptions(
    int Vertices, int HelperSteps, int ModelSteps, int ImitationSteps, int PolicySteps, int Questions, int Batch = 64);
