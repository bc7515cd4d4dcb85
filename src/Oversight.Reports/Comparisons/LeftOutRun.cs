namespace Oversight.Reports.Comparisons;

/// <summary>A run that an average leaves out, since it is the same as another.</summary>
/// <param name="Run">The run.</param>
/// <param name="SameAs">The run that counts instead.</param>
/// <param name="Why">What they have in common: <c>the same folder</c>, <c>the same settings and seed</c>, <c>the same weights</c>.</param>
public sealed record LeftOutRun(RecordedRun Run, RecordedRun SameAs, string Why);
