namespace Oversight.Benchmarks;

/// <summary>The measured peak of multiply-adds that other measurements are compared with.</summary>
public static class BenchmarkRoof
{
    /// <summary>
    /// The share of the peak that a measurement reaches: its operations, by those that multiply-adds in registers do in the same processor time with the same number
    /// of threads. Processor time, because on a shared machine the wall clock counts the neighbours' work too.
    /// </summary>
    /// <param name="measured">What was measured, <c>fma</c> with that number of threads among it.</param>
    /// <param name="measurement">The measurement.</param>
    public static double ShareOf(IEnumerable<Measurement> measured, Measurement measurement)
    {
        Measurement peak = measured.First(other => other.Name == "fma" && other.Threads == measurement.Threads);
        return measurement.Flops / measurement.ProcessorSeconds / (peak.Flops / peak.ProcessorSeconds);
    }
}
