using Oversight.Methods;
using Oversight.Reports.Comparisons;
using Oversight.Reports.Pages;
using Oversight.Runs.Options;
using Oversight.Runs.Rounds;
using Oversight.Training.Tests.Reports;
using Oversight.Training.Tests.Runs;

namespace Oversight.Training.Tests.Comparisons;

public sealed class DistinctRunsTests
{
    [Fact]
    public void Of_CopiesOfOneRun_OneAndTheOthersNamed()
    {
        using var folder = new TemporaryFolder();
        RecordedRun[] runs = [.. new[] { "run", "a", "b" }.Select(name => Write(folder.In(name), seed: 1, weights: "sha256:1"))];
        Comparison comparison = Assert.Single(Comparison.Of(runs));
        Assert.Equal([1L], comparison.Rows[0].Seeds);
        Assert.Equal(Assert.Single(Comparison.Of([runs[0]])).Rows[0].Teacher, comparison.Rows[0].Teacher);
        Assert.Equal(
            ["run is left out: the same settings and seed as a", "b is left out: the same settings and seed as a"],
            comparison.LeftOutLines.AsEnumerable());
    }

    [Fact]
    public void Of_CopyWithAnotherSeedWrittenIntoIt_SameWeights()
    {
        using var folder = new TemporaryFolder();
        Comparison comparison = Assert.Single(Comparison.Of(
            [Write(folder.In("a"), seed: 1, weights: "sha256:1"), Write(folder.In("b"), seed: 2, weights: "sha256:1")]));
        Assert.Equal([1L], comparison.Rows[0].Seeds);
        Assert.Equal("the same weights", Assert.Single(comparison.LeftOut).Why);
    }

    [Fact]
    public void Of_SameSeedTrainedTwice_TheFinishedOneCounts()
    {
        using var folder = new TemporaryFolder();
        RecordedRun unfinished = WrittenRun.Write(folder.In("a"), WrittenRun.Options(), 0.5, finished: false);
        RecordedRun finished = Write(folder.In("b"), seed: 1);
        var distinct = DistinctRuns.Of([unfinished, finished]);
        Assert.Same(finished, Assert.Single(distinct.Runs));
    }

    [Fact]
    public void Of_OnlyTheCheckpointsInterval_SameSettings()
    {
        using var folder = new TemporaryFolder();
        TrainingOptions often = WrittenRun.Options() with { Checkpoint = new CheckpointOptions { Seconds = 1 } };
        var distinct = DistinctRuns.Of([Write(folder.In("a"), seed: 1), WrittenRun.Write(folder.In("b"), often, 0.9)]);
        Assert.Equal("the same settings and seed", Assert.Single(distinct.LeftOut).Why);
    }

    [Theory]
    [InlineData("sha256:1", 1)]
    [InlineData("sha256:2", 2)]
    public void Of_OtherLimits_SameRunIfItCameToTheSame(string weights, int runs)
    {
        using var folder = new TemporaryFolder();
        TrainingOptions longer = WrittenRun.Options() with { Steps = 30_000, Minutes = 5 };
        var distinct = DistinctRuns.Of(
            [Write(folder.In("a"), seed: 1, "sha256:1"), WrittenRun.Write(folder.In("b"), longer, 0.9, weights: weights)]);
        Assert.Equal(runs, distinct.Runs.Length);
    }

    [Fact]
    public void Of_SettingThatChangedNothing_RowOfItsOwnAndSaid()
    {
        using var folder = new TemporaryFolder();
        TrainingOptions other = WrittenRun.Options() with { Overseer = new OverseerOptions { ErrorKind = ErrorKind.Systematic } };
        Comparison comparison = Assert.Single(Comparison.Of(
            [Write(folder.In("a"), seed: 1, "sha256:1"), WrittenRun.Write(folder.In("b"), other, 0.9, weights: "sha256:1")]));
        Assert.Equal(2, comparison.Rows.Length);
        Assert.Contains(comparison.Notes, note => note.Contains("the same weights as amplify", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_DifferentSeeds_AllCount()
    {
        using var folder = new TemporaryFolder();
        var distinct = DistinctRuns.Of(Enumerable.Range(1, 3).Select(seed => Write(folder.In($"{seed}"), seed, $"sha256:{seed}")));
        Assert.Equal(3, distinct.Runs.Length);
        Assert.Empty(distinct.LeftOut);
    }

    [Fact]
    public void FoldersAt_LinkToARun_NamedAndCountedOnce()
    {
        using var folder = new TemporaryFolder();
        Write(folder.In("runs", "b"), seed: 1);
        Directory.CreateSymbolicLink(folder.In("runs", "a"), folder.In("runs", "b"));
        RecordedRun[] runs = [.. RecordedRun.FoldersAt(folder.In("runs")).Select(Open)];
        Comparison comparison = Assert.Single(Comparison.Of(runs));
        Assert.Single(comparison.Rows[0].Runs);
        Assert.Equal("the same folder", Assert.Single(comparison.LeftOut).Why);
    }

    [Fact]
    public void FoldersAt_FolderThatHoldsItself_EachRunOnce()
    {
        using var folder = new TemporaryFolder();
        Write(folder.In("runs", "z"), seed: 1);
        Directory.CreateDirectory(folder.In("runs", "deeper"));
        Directory.CreateSymbolicLink(folder.In("runs", "loop"), folder.In("runs"));
        Directory.CreateSymbolicLink(folder.In("runs", "deeper", "loop"), folder.In("runs"));
        Directory.CreateSymbolicLink(folder.In("runs", "round"), folder.In("runs", "round"));
        Assert.Equal([folder.In("runs", "z")], RecordedRun.FoldersAt(folder.In("runs")).AsEnumerable());
    }

    [Fact]
    public void FoldersAt_LinkOnTheWay_SameRealPath()
    {
        using var folder = new TemporaryFolder();
        RecordedRun run = Write(folder.In("real", "runs", "a"), seed: 1);
        Directory.CreateSymbolicLink(folder.In("link"), folder.In("real"));
        Assert.Equal(run.RealPath, Open(folder.In("link", "runs", "a")).RealPath);
    }

    [Fact]
    public void PageOf_Copies_LeftOutIsNamedOnThePage()
    {
        using var folder = new TemporaryFolder();
        Write(folder.In("a"), seed: 1);
        Write(folder.In("b"), seed: 1);
        string page = ReportFile.PageOf([folder.In("a"), folder.In("b")], BuiltInMethods.Schema);
        Assert.Contains("b is left out: the same settings and seed as a", page, StringComparison.Ordinal);
        Assert.Contains(
            "one seed; the interval is of that run over contexts and says nothing about other seeds", page, StringComparison.Ordinal);
    }

    private static RecordedRun Write(string path, long seed, string weights = "") =>
        WrittenRun.Write(path, WrittenRun.Options(seed: seed), 1, weights: weights, contexts: 100);

    private static RecordedRun Open(string path)
    {
        Assert.True(RecordedRun.TryOpen(path, BuiltInMethods.Schema, out RecordedRun? run, out string? error), error);
        return run;
    }
}
