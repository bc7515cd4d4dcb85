using System.Collections.Immutable;
using Oversight.Core;

namespace Oversight.Runs.Studies;

/// <summary>What one seed of a study came to.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Measures">What was measured.</param>
/// <param name="Ledger">What it cost.</param>
/// <param name="Seconds">The seconds of work.</param>
public sealed record SeedResult(long Seed, ImmutableArray<Measure> Measures, OversightLedger Ledger, double Seconds);
