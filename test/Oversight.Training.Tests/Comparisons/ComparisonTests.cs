using System.Text.Json.Nodes;
using Oversight.Learning.Options;
using Oversight.Methods;
using Oversight.Reports.Comparisons;
using Oversight.Runs.Options;
using Oversight.Runs.Rounds;
using Oversight.Runs.Statistics;
using Oversight.Training.Tests.Reports;
using Oversight.Training.Tests.Runs;

namespace Oversight.Training.Tests.Comparisons;

public sealed class ComparisonTests
{
    [Fact]
    public void Of_RunsOfTwoMethodsAndSeeds_RowsByMethodDifferencePaired()
    {
        using var folder = new TemporaryFolder();
        Comparison comparison = Assert.Single(Comparison.Of(
        [
            WrittenRun.Write(folder.In("s2"), WrittenRun.Options(BuiltInMethods.Get("supervised"), 2), 0.8),
            WrittenRun.Write(folder.In("s1"), WrittenRun.Options(BuiltInMethods.Get("supervised"), 1), 1),
            WrittenRun.Write(folder.In("a1"), WrittenRun.Options(seed: 1), 0.9),
            WrittenRun.Write(folder.In("a2"), WrittenRun.Options(seed: 2), 0.7),
        ]));
        Assert.Equal([BuiltInMethods.Get("amplify"), BuiltInMethods.Get("supervised")], comparison.Rows.Select(row => row.Method));
        Assert.Equal([1L, 2], comparison.Rows[0].Seeds);
        Assert.Equal(0.8, comparison.Rows[0].Teacher.Mean, 9);
        Estimate difference = comparison.MinusSupervised(comparison.Rows[0])!;
        Assert.Equal(-0.1, difference.Mean, 9);
        Assert.False(difference.HasInterval);
        Assert.Null(comparison.MinusSupervised(comparison.Rows[1]));
    }

    [Fact]
    public void GapRecovered_WeakToStrongBesideSupervised_PairedBySeed()
    {
        using var folder = new TemporaryFolder();
        Comparison comparison = Assert.Single(Comparison.Of(
        [
            WrittenRun.Write(folder.In("s1"), WrittenRun.Options(BuiltInMethods.Get("supervised"), 1), 1),
            WrittenRun.Write(folder.In("s2"), WrittenRun.Options(BuiltInMethods.Get("supervised"), 2), 0.9),
            WrittenRun.Write(folder.In("w1"), WrittenRun.Options(BuiltInMethods.Get("weak-to-strong"), 1), 0.7, supervisor: 0.6),
            WrittenRun.Write(folder.In("w2"), WrittenRun.Options(BuiltInMethods.Get("weak-to-strong"), 2), 0.6, supervisor: 0.5),
        ]));
        ComparisonRow row = comparison.Rows.Single(row => row.Method == BuiltInMethods.Get("weak-to-strong"));
        Assert.Equal(0.25, comparison.GapRecovered(row)!.Ratio!.Mean, 9);
        Assert.Null(comparison.GapRecovered(comparison.Rows.Single(row => row.Method == BuiltInMethods.Get("supervised"))));
        Assert.Equal(
            "weak-to-strong: the weak supervisor is right 0.550; the performance gap recovered is 0.250.", Assert.Single(comparison.Notes));
    }

    [Fact]
    public void GapRecovered_CeilingIsHardlyHigher_Refused()
    {
        using var folder = new TemporaryFolder();
        Comparison comparison = Assert.Single(Comparison.Of(
        [
            WrittenRun.Write(folder.In("s"), WrittenRun.Options(BuiltInMethods.Get("supervised")), 0.61),
            WrittenRun.Write(folder.In("w"), WrittenRun.Options(BuiltInMethods.Get("weak-to-strong")), 0.7, supervisor: 0.6),
        ]));
        Assert.Contains("no performance gap recovered is given: the ceiling is only 0.010 above the floor", Assert.Single(comparison.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Drift_SeedsWithAnH_TheirMean()
    {
        using var folder = new TemporaryFolder();
        Comparison comparison = Assert.Single(Comparison.Of(
        [
            WrittenRun.Write(folder.In("1"), WrittenRun.Options(BuiltInMethods.Get("self-amplification"), 1), 0.7, drift: 0.1),
            WrittenRun.Write(folder.In("2"), WrittenRun.Options(BuiltInMethods.Get("self-amplification"), 2), 0.7, drift: 0.3),
        ]));
        Assert.Equal(0.2, comparison.Rows[0].Drift!.Mean, 9);
        Assert.Null(comparison.Rows[0].OtherTeacher);
    }

    [Fact]
    public void TryOpen_LastLineCutShort_TheLinesBeforeIt()
    {
        using var folder = new TemporaryFolder();
        RecordedRun whole = WrittenRun.Write(folder.In("a"), WrittenRun.Options(), 0.9, finished: false);
        File.AppendAllText(folder.In("a", "metrics.jsonl"), "{\"step\":60,\"roun");
        Assert.True(RecordedRun.TryOpen(folder.In("a"), BuiltInMethods.Schema, out RecordedRun? cut, out string? error), error);
        Assert.Equal(whole.Steps.Length, cut.Steps.Length);
        Assert.False(cut.Result.IsFinished);
        Assert.Equal(50, cut.Result.Steps);
    }

    [Fact]
    public void Of_SettingsDiffer_RowsNamedByWhatDiffers()
    {
        using var folder = new TemporaryFolder();
        TrainingOptions common = WrittenRun.Options() with { Teacher = new TeacherOptions { Horizon = 20 } };
        Comparison comparison = Assert.Single(Comparison.Of(
        [
            WrittenRun.Write(folder.In("b"), common with { Amplify = new AmplifyOptions { UnknownWeight = 1 } }, 0.5),
            WrittenRun.Write(folder.In("a"), common, 0.9),
        ]));
        Assert.Equal(["", "amplify.unknownWeight=1"], comparison.Rows.Select(row => row.Variant));
    }

    [Fact]
    public void Markdown_Comparison_AllColumnsInEveryRow()
    {
        using var folder = new TemporaryFolder();
        var comparisons = Comparison.Of([WrittenRun.Write(folder.In("a"), WrittenRun.Options(), 0.9)]);
        string[] table = [.. ComparisonMarkdown.Write(comparisons).Split('\n').Where(line => line.StartsWith('|'))];
        Assert.Equal(3, table.Length);
        Assert.Single(table.Select(line => line.Count(letter => letter == '|')).Distinct());
    }

    [Fact]
    public void Json_Comparison_FiguresAndFolders()
    {
        using var folder = new TemporaryFolder();
        var comparisons = Comparison.Of([WrittenRun.Write(folder.In("a"), WrittenRun.Options(), 0.9)]);
        JsonNode row = JsonNode.Parse(ComparisonJson.Print(comparisons))!["comparisons"]![0]!["rows"]![0]!;
        Assert.Equal(0.9, (double)row["accuracy"]!["mean"]!, 6);
        Assert.Equal(500, (int)row["humanQueries"]!);
        Assert.Equal("a", (string?)row["runs"]![0]!["folder"]);
    }

    [Fact]
    public void SomeClasses_TooMany_FirstAndLastAmongThem()
    {
        using var folder = new TemporaryFolder();
        Comparison comparison = Assert.Single(Comparison.Of([WrittenRun.Write(folder.In("a"), WrittenRun.Options(), 0.9)]));
        Assert.Equal(["bits 2", "bits 3"], comparison.SomeClasses(5).AsEnumerable());
        Assert.Equal(["bits 2"], comparison.SomeClasses(1).AsEnumerable());
    }
}
