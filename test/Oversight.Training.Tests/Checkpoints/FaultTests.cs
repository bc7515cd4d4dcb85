using Oversight.Learning.Options;
using Oversight.Methods;
using Oversight.Runs.Options;
using Oversight.Runs.Rounds;
using Oversight.Training.Tests.Events;
using Oversight.Training.Tests.Runs;
using Xunit.Abstractions;

namespace Oversight.Training.Tests.Checkpoints;

/// <summary>Every call that writes fails once, does half of its work, or is the last; each time the folder opens, goes on, and comes to the same.</summary>
public sealed class FaultTests(ITestOutputHelper output)
{
    private static readonly TrainingOptions Options = RecordedRun.Short with
    {
        Method = BuiltInMethods.Get("supervised"),
        Steps = 3,
        Assistant = RecordedRun.Short.Assistant with { Width = 8, Layers = 1 },
        Batch = new BatchOptions { Contexts = 2, Questions = 2, Shards = 1 },
        Evaluation = new EvaluationOptions { Every = 1, Contexts = 1, FinalContexts = 1 },
    };

    [Theory]
    [InlineData(DiskFault.Refused)]
    [InlineData(DiskFault.CutShort)]
    [InlineData(DiskFault.Gone)]
    public void Train_AnyWritingCallFails_FolderOpensAndComesToTheSame(DiskFault fault)
    {
        using TemporaryFolder temporary = TemporaryFolder.InMemory();
        var counting = new FaultyFileSystem(temporary.In("whole"), failing: null, fault);
        RecordedRun.Train(temporary.In("whole"), Options, files: counting);
        string[] expected = RecordedRun.Bytes(temporary.In("whole"));
        foreach (string written in (string[])["lock", "lock.process", "metrics.jsonl", "events.out.tfevents", "report.html.tmp", "result.json.tmp"])
            Assert.Contains(counting.Calls, call => call.Split(' ')[1].StartsWith(written, StringComparison.Ordinal));

        output.WriteLine($"{counting.Calls.Count} calls");
        for (int i = 0; i < counting.Calls.Count; i++)
            AssertSurvives(temporary.In($"run-{i}"), counting.Calls[i], fault, expected);
    }

    [Theory]
    [InlineData(DiskFault.Refused)]
    [InlineData(DiskFault.CutShort)]
    [InlineData(DiskFault.Gone)]
    public void Resume_AnyWritingCallFails_FolderOpensAndComesToTheSame(DiskFault fault)
    {
        using TemporaryFolder temporary = TemporaryFolder.InMemory();
        RecordedRun.Train(temporary.In("whole"), Options, stopAfter: 1);
        var counting = new FaultyFileSystem(temporary.In("whole"), failing: null, fault);
        RecordedRun.Resume(temporary.In("whole"), files: counting);
        string[] expected = RecordedRun.Bytes(temporary.In("whole"));
        output.WriteLine($"{counting.Calls.Count} calls");
        for (int i = 0; i < counting.Calls.Count; i++)
        {
            string path = temporary.In($"run-{i}");
            RecordedRun.Train(path, Options, stopAfter: 1);
            var files = new FaultyFileSystem(path, counting.Calls[i], fault);
            Attempt(() => RecordedRun.Resume(path, files: files));
            Assert.True(files.HasFailed, counting.Calls[i]);
            AssertEndsWell(path, expected, $"{fault} at {counting.Calls[i]}");
        }
    }

    [Theory]
    [InlineData("metrics", "no metrics written: No space left on device", "metrics written again")]
    [InlineData("events", "no events for TensorBoard written: No space left on device", "events for TensorBoard written again")]
    public void Train_DiskRefusesForAWhile_ToldOnceAndNothingIsMissing(string file, string refused, string again)
    {
        using TemporaryFolder temporary = TemporaryFolder.InMemory();
        RecordedRun.Train(temporary.In("whole"), Options);
        var told = new List<string>();
        RecordedRun.Train(temporary.In("run"), Options, files: new RefusingAppends(file, 2), warn: told.Add);
        Assert.Equal(2, told.Count);
        Assert.StartsWith(refused, told[0], StringComparison.Ordinal);
        Assert.Equal(again, told[1]);
        Assert.Equal(RecordedRun.Bytes(temporary.In("whole")), RecordedRun.Bytes(temporary.In("run")));
        Assert.Equal(Events(temporary.In("whole")).Select(one => one.Step), Events(temporary.In("run")).Select(one => one.Step));
    }

    [Fact]
    public void Train_ReportRefused_ToldInOneLineAndTheRunIsWhole()
    {
        using TemporaryFolder temporary = TemporaryFolder.InMemory();
        RecordedRun.Train(temporary.In("whole"), Options);
        string path = temporary.In("run");
        var told = new List<string>();
        RecordedRun.Train(path, Options, files: new FaultyFileSystem(path, "WriteFlushed report.html.tmp, time 1", DiskFault.CutShort), warn: told.Add);
        Assert.StartsWith($"the report '{Path.Combine(path, "report.html")}' could not be written: No space left", Assert.Single(told), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(path, "report.html*"));
        Assert.Equal(RecordedRun.Bytes(temporary.In("whole")), RecordedRun.Bytes(path));
    }

    [Theory]
    [InlineData(nameof(VanishingFolder.WriteFlushed), 5)]
    [InlineData(nameof(VanishingFolder.WriteFlushed), 20)]
    [InlineData(nameof(VanishingFolder.AppendFlushed), 2)]
    [InlineData(nameof(VanishingFolder.CreateFolderWithin), 1)]
    [InlineData(nameof(VanishingFolder.CreateFolderWithin), 2)]
    public void Train_FolderVanishes_ToldAndNotMadeAgain(string before, int time)
    {
        using TemporaryFolder temporary = TemporaryFolder.InMemory();
        string path = temporary.In("run");
        var told = new List<string>();
        var files = new VanishingFolder(path, before, time);
        Assert.ThrowsAny<IOException>(() => RecordedRun.Train(path, Options, files: files, warn: told.Add));
        Assert.True(files.HasVanished);
        Assert.NotEmpty(told);
        Assert.All(told, line => Assert.DoesNotContain('\n', line));
        Assert.False(Directory.Exists(path));
    }

    private static void AssertSurvives(string path, string failing, DiskFault fault, string[] expected)
    {
        string place = $"{fault} at {failing}";
        var files = new FaultyFileSystem(path, failing, fault);
        Attempt(() => RecordedRun.Train(path, Options, files: files));
        Assert.True(files.HasFailed, place);
        if (!File.Exists(Path.Combine(path, "config.json")))
        {
            // The run never began, and said so; the folder can be given again.
            if (Directory.Exists(path))
                Directory.Delete(path, recursive: true);
            RecordedRun.Train(path, Options);
        }

        AssertEndsWell(path, expected, place);
    }

    private static void AssertEndsWell(string path, string[] expected, string place)
    {
        RecordedRun.Resume(path);
        string[] found = RecordedRun.Bytes(path);
        for (int i = 0; i < expected.Length; i++)
            Assert.True(expected[i] == found[i], $"{place}: part {i} is\n{found[i]}\nbut should be\n{expected[i]}");
        Assert.Empty(Directory.GetFileSystemEntries(path, "*.tmp", SearchOption.AllDirectories));
        Assert.EndsWith("</html>", File.ReadAllText(Path.Combine(path, "report.html")).TrimEnd(), StringComparison.Ordinal);
        Assert.Equal("1", File.ReadAllText(Path.Combine(path, "lock.process")));
        // The last part of the run has an event file of its own, whole to the last record.
        Assert.NotEmpty(Events(path));
    }

    private static List<ReadEvent> Events(string path) =>
        EventFileReader.Read(File.ReadAllBytes(Directory.GetFiles(path, "events.*").Order(StringComparer.Ordinal).Last()));

    private static void Attempt(Action work)
    {
        try
        {
            work();
        }
        catch (IOException)
        {
            // Said so, and ended: what counts is what is left on the disk.
        }
    }
}
