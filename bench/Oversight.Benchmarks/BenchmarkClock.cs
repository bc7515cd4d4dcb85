namespace Oversight.Benchmarks;

/// <summary>What benchmarks are timed with.</summary>
/// <param name="Wall">The wall clock.</param>
/// <param name="Processor">Processor time of the whole process so far, over all threads: what a shared machine disturbs less than the wall clock.</param>
public sealed record BenchmarkClock(TimeProvider Wall, Func<TimeSpan> Processor);
