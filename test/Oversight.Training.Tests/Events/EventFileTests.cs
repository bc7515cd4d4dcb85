using Oversight.Methods;
using Oversight.Reports.Events;
using Oversight.Runs.Folders;
using Oversight.Training.Tests.Reports;
using Oversight.Training.Tests.Runs;

namespace Oversight.Training.Tests.Events;

public sealed class EventFileTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, 250, TimeSpan.Zero);

    [Fact]
    public void Add_Scalars_ReadBackByAnIndependentReader()
    {
        using var folder = new TemporaryFolder();
        var file = new EventFile(FolderOf(folder), new FixedTime(Now));
        file.Add(7, [("accuracy/teacher", 0.5), ("loss/assistant", 1.25)]);
        file.Flush();
        file.Add(300, [("accuracy/teacher", 0.75)]);
        file.Flush();

        string path = Assert.Single(Directory.GetFiles(folder.In("run"), "events.*"));
        Assert.Equal($"events.out.tfevents.{Now.ToUnixTimeSeconds()}.oversight", Path.GetFileName(path));
        List<ReadEvent> events = EventFileReader.Read(File.ReadAllBytes(path));
        Assert.Equal(["brain.Event:2", "", ""], events.Select(one => one.Version));
        Assert.Equal([0L, 7, 300], events.Select(one => one.Step));
        Assert.All(events, one => Assert.Equal(Now.ToUnixTimeMilliseconds() / 1000.0, one.WallTime));
        Assert.Equal([("accuracy/teacher", 0.5f), ("loss/assistant", 1.25f)], events[1].Scalars);
        Assert.Equal([("accuracy/teacher", 0.75f)], events[2].Scalars);
    }

    [Fact]
    public void Read_ByteChanged_ChecksumTellsIt()
    {
        using var folder = new TemporaryFolder();
        var file = new EventFile(FolderOf(folder), new FixedTime(Now));
        file.Add(1, [("accuracy/teacher", 0.5)]);
        file.Flush();
        byte[] bytes = File.ReadAllBytes(Assert.Single(Directory.GetFiles(folder.In("run"), "events.*")));
        bytes[^10] ^= 1;
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => EventFileReader.Read(bytes));
    }

    [Fact]
    public void Flush_FileOfTheSameSecondIsThere_AnotherIsBegun()
    {
        using var folder = new TemporaryFolder();
        RunFolder run = FolderOf(folder);
        for (int i = 0; i < 3; i++)
            new EventFile(run, new FixedTime(Now)).Flush();
        string[] files = Directory.GetFiles(folder.In("run"), "events.*");
        Assert.Equal(3, files.Length);
        Assert.All(files, file => Assert.Single(EventFileReader.Read(File.ReadAllBytes(file))));
    }

    [Fact]
    public void ScalarsOf_Evaluation_EveryClassAndCost()
    {
        (string Tag, double Value)[] scalars = [.. EventRecorder.ScalarsOf(WrittenRun.Step(10, 0.5))];
        foreach (string tag in (string[])
            ["accuracy/student", "accuracy/teacher", "accuracy amplified/bits 3", "loss/human model", "cost/human queries", "curriculum/difficulty"])
        {
            Assert.Contains(scalars, scalar => scalar.Tag == tag);
        }

        Assert.Equal(scalars.Length, scalars.Select(scalar => scalar.Tag).Distinct().Count());
    }

    private static RunFolder FolderOf(TemporaryFolder folder)
    {
        Assert.True(RunFolder.TryCreate(folder.In("run"), BuiltInMethods.Schema, WrittenRun.Options(), "1", out RunFolder? run, out string? error), error);
        return run;
    }
}
