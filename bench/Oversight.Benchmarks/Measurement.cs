namespace Oversight.Benchmarks;

/// <summary>What one repetition of a benchmark took: the median over its repetitions.</summary>
/// <param name="Name">The benchmark's name.</param>
/// <param name="What">What it does, in words.</param>
/// <param name="Threads">Threads it had.</param>
/// <param name="Repetitions">How often it was timed.</param>
/// <param name="Seconds">Wall-clock seconds.</param>
/// <param name="ProcessorSeconds">Processor seconds over all threads.</param>
/// <param name="Units">Units of work.</param>
/// <param name="Unit">What they are.</param>
/// <param name="Flops">Multiplications and additions of matrix products, as counted by the tapes.</param>
/// <param name="Bytes">Bytes moved, where it is memory that is measured.</param>
/// <param name="AllocatedBytes">Managed memory allocated.</param>
public sealed record Measurement(
    string Name,
    string What,
    int Threads,
    int Repetitions,
    double Seconds,
    double ProcessorSeconds,
    double Units,
    string Unit,
    double Flops,
    double Bytes,
    double AllocatedBytes)
{
    /// <summary>Units a second.</summary>
    public double UnitsPerSecond => Units / Seconds;

    /// <summary>Billions of multiplications and additions a second.</summary>
    public double GigaflopsPerSecond => Flops / Seconds / 1e9;

    /// <summary>Billions of bytes a second.</summary>
    public double GigabytesPerSecond => Bytes / Seconds / 1e9;
}
