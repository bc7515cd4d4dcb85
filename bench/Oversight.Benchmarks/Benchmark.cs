namespace Oversight.Benchmarks;

/// <summary>A named piece of work that <c>oversight bench</c> can time.</summary>
/// <param name="Name">What it is asked for by.</param>
/// <param name="What">What it does, in words.</param>
/// <param name="Threads">How many threads it has.</param>
/// <param name="IsUsual">Whether it is timed where none is named: all usual ones together take less than a minute.</param>
/// <param name="Create">Sets the work up.</param>
public sealed record Benchmark(string Name, string What, int Threads, bool IsUsual, Func<IWorkload> Create)
{
    private const int MostRepetitions = 200;

    // The runtime compiles what runs often once more, on another thread and within a second or so; a step's time is that of the thousands after.
    private const double WarmUpSeconds = 1;

    /// <summary>Times the work over and over, after some time to warm up.</summary>
    /// <param name="clock">Times it.</param>
    /// <param name="seconds">Repetitions begin until so many seconds are over.</param>
    /// <param name="least">At least so many repetitions.</param>
    public Measurement Measure(BenchmarkClock clock, double seconds, int least = 3)
    {
        using IWorkload work = Create();
        long begun = clock.Wall.GetTimestamp();
        do
            work.Run();
        while (clock.Wall.GetElapsedTime(begun).TotalSeconds < WarmUpSeconds);
        var samples = new List<Sample>(MostRepetitions);
        begun = clock.Wall.GetTimestamp();
        while (samples.Count < least || (samples.Count < MostRepetitions && clock.Wall.GetElapsedTime(begun).TotalSeconds < seconds))
            samples.Add(Repeat(work, clock));
        return new Measurement(
            Name,
            What,
            Threads,
            samples.Count,
            Median(samples, sample => sample.Seconds),
            Median(samples, sample => sample.ProcessorSeconds),
            Median(samples, sample => sample.Units),
            work.Unit,
            Median(samples, sample => sample.Flops),
            Median(samples, sample => sample.Bytes),
            Median(samples, sample => sample.Allocated));
    }

    private static Sample Repeat(IWorkload work, BenchmarkClock clock)
    {
        long units = work.Done;
        long flops = work.Flops;
        long bytes = work.Bytes;
        TimeSpan processor = clock.Processor();
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        long begun = clock.Wall.GetTimestamp();
        work.Run();
        double seconds = clock.Wall.GetElapsedTime(begun).TotalSeconds;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return new Sample(
            seconds, (clock.Processor() - processor).TotalSeconds, work.Done - units, work.Flops - flops, work.Bytes - bytes, allocated);
    }

    private static double Median(List<Sample> samples, Func<Sample, double> of)
    {
        double[] sorted = [.. samples.Select(of).Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private readonly record struct Sample(double Seconds, double ProcessorSeconds, double Units, double Flops, double Bytes, double Allocated);
}
