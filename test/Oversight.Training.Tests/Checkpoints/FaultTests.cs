using Oversight.Training.Options;
using Oversight.Training.Tests.Runs;

namespace Oversight.Training.Tests.Checkpoints;

/// <summary>Every call that writes fails once, does half of its work, or is the last; each time the folder opens, goes on, and comes to the same.</summary>
public sealed class FaultTests
{
    private static readonly TrainingOptions Options = RecordedRun.Short with
    {
        Method = TrainingMethod.Supervised,
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
        var counting = new FaultyFileSystem(0, fault);
        RecordedRun.Train(temporary.In("whole"), Options, files: counting);
        string[] expected = RecordedRun.Bytes(temporary.In("whole"));
        Assert.InRange(counting.Calls, 50, 200);

        for (int failing = 1; failing <= counting.Calls; failing++)
            AssertSurvives(temporary.In($"run-{failing}"), failing, fault, expected);
    }

    [Theory]
    [InlineData(DiskFault.Refused)]
    [InlineData(DiskFault.CutShort)]
    [InlineData(DiskFault.Gone)]
    public void Resume_AnyWritingCallFails_FolderOpensAndComesToTheSame(DiskFault fault)
    {
        using TemporaryFolder temporary = TemporaryFolder.InMemory();
        RecordedRun.Train(temporary.In("whole"), Options);
        string[] expected = RecordedRun.Bytes(temporary.In("whole"));
        for (int failing = 1; ; failing++)
        {
            string path = temporary.In($"run-{failing}");
            RecordedRun.Train(path, Options, stopAfter: 1);
            var files = new FaultyFileSystem(failing, fault);
            bool ended = Attempt(() => RecordedRun.Resume(path, files: files));
            AssertEndsWell(path, expected, $"{fault} at call {failing}");
            if (ended && files.Calls < failing)
                break;
        }
    }

    [Fact]
    public void Train_DiskRefusesForAWhile_ToldOnceAndNothingIsMissing()
    {
        using TemporaryFolder temporary = TemporaryFolder.InMemory();
        RecordedRun.Train(temporary.In("whole"), Options);
        var told = new List<string>();
        RecordedRun.Train(temporary.In("run"), Options, files: new RefusingAppends(2), warn: told.Add);
        Assert.Equal(2, told.Count);
        Assert.StartsWith("no metrics written: No space left on device", told[0], StringComparison.Ordinal);
        Assert.Equal("metrics written again", told[1]);
        Assert.Equal(RecordedRun.Bytes(temporary.In("whole")), RecordedRun.Bytes(temporary.In("run")));
    }

    [Fact]
    public void Train_FolderVanishes_ToldAndNotMadeAgain()
    {
        using TemporaryFolder temporary = TemporaryFolder.InMemory();
        string path = temporary.In("run");
        var told = new List<string>();
        Assert.ThrowsAny<IOException>(() => RecordedRun.Train(path, Options, files: new VanishingFolder(path, 20), warn: told.Add));
        Assert.NotEmpty(told);
        Assert.All(told, line => Assert.DoesNotContain('\n', line));
        Assert.False(Directory.Exists(path));
    }

    private static void AssertSurvives(string path, int failing, DiskFault fault, string[] expected)
    {
        string place = $"{fault} at call {failing}";
        Attempt(() => RecordedRun.Train(path, Options, files: new FaultyFileSystem(failing, fault)));
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
    }

    private static bool Attempt(Action work)
    {
        try
        {
            work();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
