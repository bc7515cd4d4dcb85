using System.Diagnostics;
using Oversight.Learning.Options;
using Oversight.Methods;
using Oversight.Numerics;
using Oversight.Runs.Checkpoints;
using Oversight.Runs.Files;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Tasks;
using Oversight.Training.Tests.Runs;
using Xunit.Abstractions;

namespace Oversight.Training.Tests.Checkpoints;

/// <summary>How long a checkpoint stalls training, and how long it is then written beside it. OVERSIGHT_LONG measures the large networks as well.</summary>
public sealed class CheckpointCostTests(ITestOutputHelper output)
{
    [Fact]
    public void Take_PresetsAndALargeNetwork_StallAndWriteTimes()
    {
        Measure("tiny", Presets.Create("permutation-powering", TaskPreset.Tiny, BuiltInMethods.Get("amplify")));
        if (Environment.GetEnvironmentVariable("OVERSIGHT_LONG") is null)
            return;
        TrainingOptions paper = Presets.Create("permutation-powering", TaskPreset.Paper, BuiltInMethods.Get("amplify"));
        Measure("paper", paper);
        AssistantOptions published = paper.Assistant with { Network = AssistantKind.Published, Width = 512, Heads = 8 };
        Measure("paper, published network of width 512", paper with { Assistant = published });
    }

    private void Measure(string name, TrainingOptions options)
    {
        using var temporary = new TemporaryFolder();
        using var pool = new WorkerPool(1);
        using var session = new TrainingSession(options, pool, TimeProvider.System);
        session.Run.NextRound();
        var store = new CheckpointStore(temporary.Path, BuiltInMethods.Schema, DiskFileSystem.Instance);
        var stalls = new List<double>();
        var writes = new List<double>();
        long bytes = 0;
        for (int i = 0; i < 5; i++)
        {
            long start = Stopwatch.GetTimestamp();
            CheckpointContent content = CheckpointStore.Take(session, 0);
            stalls.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            start = Stopwatch.GetTimestamp();
            store.Write(content);
            writes.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            bytes = content.Files.Sum(file => (long)file.Bytes.Length);
        }

        output.WriteLine(
            $"{name}: {bytes / 1048576.0:F1} MiB; training stalls {stalls.Order().ElementAt(2):F1} ms (the longest of five {stalls.Max():F1}), "
            + $"written beside it in {writes.Order().ElementAt(2):F1} ms (the longest {writes.Max():F1})");
        Assert.NotNull(store.Newest);
    }
}
