using System.Collections.Immutable;
using Oversight.Core;

namespace Oversight.Runs.Studies;

/// <summary>Where a unit of a study stands, but for the numbers of its networks.</summary>
/// <param name="StepsDone">Steps done.</param>
/// <param name="Measures">What was measured.</param>
/// <param name="Ledger">What oversight has cost.</param>
/// <param name="OptimiserSteps">Optimiser steps of each network.</param>
public sealed record UnitState(
    int StepsDone, ImmutableArray<Measure> Measures, OversightLedger Ledger, IReadOnlyDictionary<string, int> OptimiserSteps)
{
    /// <summary>The bits of the vectors that the unit was computed with, in order; empty where an earlier version wrote it.</summary>
    public ImmutableArray<int> VectorWidths { get; init; } = [];
}
