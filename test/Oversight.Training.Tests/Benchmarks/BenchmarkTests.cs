using Oversight.Benchmarks;
using Oversight.Numerics;

namespace Oversight.Training.Tests.Benchmarks;

/// <summary>How benchmarks are timed, with a clock that says what it is told.</summary>
public sealed class BenchmarkTests
{
    [Fact]
    public void Measure_RepetitionsOfDifferentLength_TakesTheMedian()
    {
        var clock = new SteppingClock();
        var work = new FakeWork(clock, [100, 3, 50, 4]);
        Measurement measured = new Benchmark("fake", "", 1, true, () => work).Measure(clock.Benchmark, seconds: 0, least: 3);

        Assert.Equal(3, measured.Repetitions);
        Assert.Equal(4, measured.Seconds, 6);
        Assert.Equal(2, measured.ProcessorSeconds, 6);
        Assert.Equal(10, measured.Units);
        Assert.Equal(2.5, measured.UnitsPerSecond, 6);
        Assert.True(work.IsDisposed);
    }

    [Fact]
    public void ShareOf_HalfThePeakInTheSameProcessorTime_IsAHalf()
    {
        Measurement peak = Measured("fma", flops: 8e9, processorSeconds: 1);
        Measurement work = Measured("work", flops: 2e9, processorSeconds: 0.5);
        Assert.Equal(0.5, BenchmarkRoof.ShareOf([peak, work], work));
    }

    [Fact]
    public void Work_Catalogue_HasAName_ForEachBenchmark()
    {
        using var pool = new WorkerPool(1);
        string[] names = [.. BenchmarkCatalogue.Work(pool).Select(benchmark => benchmark.Name)];
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.All(names, name => Assert.DoesNotContain(',', name));
    }

    private static Measurement Measured(string name, double flops, double processorSeconds) =>
        new(name, "", 1, 1, 1, processorSeconds, 1, "things", flops, 0, 0);

    private sealed class SteppingClock : TimeProvider
    {
        public double Seconds { get; set; }

        public override long TimestampFrequency => 1_000_000;

        public BenchmarkClock Benchmark => new(this, () => TimeSpan.FromSeconds(Seconds / 2));

        public override long GetTimestamp() => (long)(Seconds * TimestampFrequency);
    }

    private sealed class FakeWork(SteppingClock clock, double[] lengths) : IWorkload
    {
        private int _next;

        public bool IsDisposed { get; private set; }

        public string Unit => "things";

        public long Done => 10 * _next;

        public long Flops => 0;

        public void Run() => clock.Seconds += lengths[_next++];

        public void Dispose() => IsDisposed = true;
    }
}
