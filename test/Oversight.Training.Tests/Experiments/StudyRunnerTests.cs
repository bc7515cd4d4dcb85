using System.Collections.Immutable;
using Oversight.Determinism;
using Oversight.Methods.Debate;
using Oversight.Numerics;
using Oversight.Runs.Studies;
using Oversight.Training.Tests.Runs;

namespace Oversight.Training.Tests.Experiments;

public sealed class StudyRunnerTests
{
    [Fact]
    public void Run_StoppedOnTheWay_GoesOnToTheSameBytes()
    {
        using var whole = TemporaryFolder.InMemory();
        using var parts = TemporaryFolder.InMemory();
        ImmutableArray<SeedResult> expected = Run(whole.Path, threads: 1, stopAfter: int.MaxValue)!.Value;
        Assert.Null(Run(parts.Path, threads: 1, stopAfter: 5));
        Assert.Null(Run(parts.Path, threads: 2, stopAfter: 7));
        ImmutableArray<SeedResult> found = Run(parts.Path, threads: 2, stopAfter: int.MaxValue)!.Value;
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i].Measures.AsEnumerable(), found[i].Measures);
            Assert.Equal(expected[i].Ledger, found[i].Ledger);
        }

        foreach (string file in Directory.GetFiles(whole.Path, "*.safetensors", SearchOption.AllDirectories))
        {
            string other = Path.Combine(parts.Path, Path.GetRelativePath(whole.Path, file));
            Assert.Equal(NumbersOf(file), NumbersOf(other));
        }
    }

    [Fact]
    public void Run_CheckpointOfAnotherForm_SaysWhichFile()
    {
        using var folder = TemporaryFolder.InMemory();
        Run(folder.Path, threads: 1, stopAfter: 3);
        InvalidDataException exception = Assert.Throws<InvalidDataException>(() => Run(folder.Path, threads: 1, stopAfter: 3, identity: "full"));
        Assert.Contains("a.safetensors", exception.Message, StringComparison.Ordinal);
        Assert.Contains("another folder", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_CheckpointCutShort_SaysWhichFile()
    {
        using var folder = TemporaryFolder.InMemory();
        Run(folder.Path, threads: 1, stopAfter: 3);
        string file = folder.In("seed-1", "a.safetensors");
        byte[] bytes = File.ReadAllBytes(file);
        File.WriteAllBytes(file, bytes[..(bytes.Length / 2)]);
        Assert.Contains("a.safetensors", Assert.Throws<InvalidDataException>(() => Run(folder.Path, 1, 3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_CheckpointsNumberFlipped_SaysWhichFile()
    {
        using var folder = TemporaryFolder.InMemory();
        Run(folder.Path, threads: 1, stopAfter: 3);
        string file = folder.In("seed-1", "a.safetensors");
        byte[] bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 0x80;
        File.WriteAllBytes(file, bytes);
        string message = Assert.Throws<InvalidDataException>(() => Run(folder.Path, 1, 3)).Message;
        Assert.Contains("a.safetensors", message, StringComparison.Ordinal);
        Assert.Contains("its numbers are not those that were written", message, StringComparison.Ordinal);
    }

    /// <summary>The numbers without the header, which holds the seconds.</summary>
    private static byte[] NumbersOf(string file)
    {
        byte[] bytes = File.ReadAllBytes(file);
        return bytes[(sizeof(ulong) + (int)BitConverter.ToUInt64(bytes))..];
    }

    private static ImmutableArray<SeedResult>? Run(string folder, int threads, int stopAfter, string identity = "pinned")
    {
        using var pool = new WorkerPool(threads);
        using var stop = new CancellationTokenSource();
        int steps = 0;
        var runner = new StudyRunner(folder, pool, TimeProvider.System)
        {
            OnProgress = _ =>
            {
                if (Interlocked.Increment(ref steps) >= stopAfter)
                    stop.Cancel();
            },
        };
        return runner.Run(new SmallStudy(), identity, [1, 2], stop.Token);
    }

    private sealed class SmallStudy : Study
    {
        public override string Name => "small";

        public override string Title => "Two units";

        public override ImmutableArray<StudyUnit> NewUnits(long seed) =>
        [
            .. ((string[])["a", "b"]).Select(name => new SelfPlayUnit(
                name, DebateTask.Pattern(2, new SumFold()), new SelfPlayOptions(Steps: 20, Debates: 8, Width: 16, Pairs: 20), RandomKey.FromSeed(seed).Child(name))),
        ];

        public override ImmutableArray<Finding> Judge(StudyMeasures measures) => [];

        public override ImmutableArray<StudyTable> Tables(StudyMeasures measures) => [];
    }
}
