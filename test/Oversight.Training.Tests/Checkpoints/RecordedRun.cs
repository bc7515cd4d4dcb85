using System.Text.RegularExpressions;
using Oversight.Learning.Options;
using Oversight.Methods;
using Oversight.Numerics;
using Oversight.Reports.Events;
using Oversight.Reports.Pages;
using Oversight.Runs.Checkpoints;
using Oversight.Runs.Files;
using Oversight.Runs.Folders;
using Oversight.Runs.Options;
using Oversight.Runs.Rounds;
using Oversight.Training.Tests.Events;

namespace Oversight.Training.Tests.Checkpoints;

/// <summary>A run in a folder, in parts: what <c>train</c> and <c>resume</c> do, without the command line.</summary>
internal static class RecordedRun
{
    /// <summary>A run of a second or less that uses everything a run can use.</summary>
    public static TrainingOptions Short { get; } = new()
    {
        Task = "permutation-powering",
        Preset = "tiny",
        Method = BuiltInMethods.Get("amplify"),
        Steps = 6,
        Until = 2,
        Assistant = new AssistantOptions { Width = 16, Layers = 2, WarmUp = 4 },
        Batch = new BatchOptions { Contexts = 3, Questions = 4, Shards = 2 },
        Human = new HumanOptions { Initial = 16 },
        HumanModel = new HumanModelOptions { Width = 8, Layers = 1, Heads = 1, Batch = 8, ReadyBelow = 1000, WarmUp = 2 },
        Evaluation = new EvaluationOptions { Every = 2, Contexts = 2, FinalContexts = 3 },
        Checkpoint = new CheckpointOptions { Seconds = 0 },
    };

    /// <summary>Trains from the start.</summary>
    public static RunResult Train(
        string path, TrainingOptions options, int threads = 1, IFileSystem? files = null, Action<string>? warn = null, int stopAfter = int.MaxValue)
    {
        if (!RunFolder.TryCreate(path, BuiltInMethods.Schema, options, "1", out RunFolder? folder, out string? error, files))
            throw new IOException(error);
        return Run(folder, options, threads, files, warn, stopAfter, resume: false);
    }

    /// <summary>Goes on from the last checkpoint, or from the start where there is none yet.</summary>
    public static RunResult Resume(
        string path, TrainingOptions? options = null, int threads = 1, IFileSystem? files = null, Action<string>? warn = null, int stopAfter = int.MaxValue)
    {
        Assert.True(RunFolder.TryOpen(path, BuiltInMethods.Schema, out RunFolder? folder, out TrainingOptions? written, out string? error, files), error);
        return Run(folder, options ?? written, threads, files, warn, stopAfter, resume: true);
    }

    /// <summary>Goes on from the last checkpoint, and dies after some rounds: nothing is finished.</summary>
    public static void ResumeAndKill(string path, TrainingOptions options, int after)
    {
        Assert.True(RunFolder.TryOpen(path, BuiltInMethods.Schema, out RunFolder? folder, out _, out string? error), error);
        folder.WriteConfig(options, "1");
        Run(folder, options, threads: 1, files: null, warn: null, after, resume: true, kill: true);
    }

    /// <summary>What a run came to, but for times: the weights, the metrics, the figures and the transcripts.</summary>
    public static string[] Bytes(string path)
    {
        string result = Regex.Replace(File.ReadAllText(Path.Combine(path, "result.json")), "\"(seconds|trainingSeconds|stepsPerSecond|threads|stopped)\": .*", "");
        string metrics = Regex.Replace(File.ReadAllText(Path.Combine(path, "metrics.jsonl")), ",\"seconds\":[0-9.E-]+}", "}");
        return
        [
            Convert.ToHexString(File.ReadAllBytes(Path.Combine(path, "checkpoints", "final.safetensors"))),
            Convert.ToHexString(File.ReadAllBytes(Path.Combine(path, "checkpoints", "best.safetensors"))),
            metrics,
            result,
            File.ReadAllText(Path.Combine(path, "transcripts", "final.txt")),
            string.Join(' ', Directory.GetFiles(Path.Combine(path, "transcripts")).Select(Path.GetFileName).Order(StringComparer.Ordinal)),
        ];
    }

    private static RunResult Run(
        RunFolder folder, TrainingOptions options, int threads, IFileSystem? files, Action<string>? warn, int stopAfter, bool resume, bool kill = false)
    {
        using var pool = new WorkerPool(threads);
        using var session = new TrainingSession(options, pool, TimeProvider.System);
        using RunLock held = RunLock.TryTake(folder, processId: 1, out RunLock? taken, out string? error) ? taken : throw new IOException(error);
        var checkpoints = new CheckpointStore(folder.CheckpointFolder, BuiltInMethods.Schema, files ?? DiskFileSystem.Instance);
        var damaged = new List<string>();
        RunState? state = resume ? checkpoints.Restore(session, damaged) : null;
        if (state is null && damaged.Count > 0)
            throw new InvalidDataException(damaged[0]);
        foreach (string line in damaged)
            warn?.Invoke(line);
        using var recorder = new RunRecorder(folder, options, checkpoints, warn ?? (_ => { }));
        if (state is not null)
            recorder.ContinueFrom(state);
        var events = new EventRecorder(folder, new FixedTime(DateTimeOffset.UnixEpoch), warn ?? (_ => { }));
        if (state is not null)
            events.ContinueFrom(state);
        var observers = new ObserverGroup(recorder, events);
        using var stop = new CancellationTokenSource();
        RunResult result = TrainingLoop.Run(session, new StopsAfter(observers, stopAfter, stop), stop.Token);
        if (kill)
            return result;
        recorder.Finish(result, new RunSummary(session.Run.Task, result, 0, 0), "1");
        if (!ReportFile.TryWrite(folder, out error))
            warn?.Invoke(error);
        return result;
    }
}
