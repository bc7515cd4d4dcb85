using Oversight.Runs.Statistics;

namespace Oversight.Runs.Studies;

/// <summary>An expectation beside what was measured.</summary>
/// <param name="Expected">What was declared.</param>
/// <param name="Measured">The figure with its interval over seeds.</param>
/// <param name="Verdict">What the data say.</param>
public sealed record Finding(Expectation Expected, Estimate Measured, Verdict Verdict);
