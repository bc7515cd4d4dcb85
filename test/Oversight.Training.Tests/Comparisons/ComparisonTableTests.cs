using System.Text.Json.Nodes;
using System.Xml.Linq;
using Oversight.Learning.Options;
using Oversight.Methods;
using Oversight.Reports.Comparisons;
using Oversight.Reports.Pages;
using Oversight.Runs.Options;
using Oversight.Runs.Rounds;
using Oversight.Runs.Statistics;
using Oversight.Training.Tests.Reports;
using Oversight.Training.Tests.Runs;

namespace Oversight.Training.Tests.Comparisons;

/// <summary>
/// compare.json, compare.md and the report show the same rows, names and figures; the terminal's table is held against them in the
/// program's tests.
/// </summary>
public sealed class ComparisonTableTests
{
    private const string Hostile = "a|b <i>*x*</i> [y](z) `c` \u001b[31m\n# d";

    [Fact]
    public void Writers_EveryRowAndColumn_TheSame()
    {
        using var folder = new TemporaryFolder();
        Comparison comparison = Assert.Single(Comparison.Of(Runs(folder)));
        var table = ComparisonTable.Of(comparison);
        string[][] markdown = MarkdownRows(ComparisonMarkdown.Write([comparison]));
        string[][] page = PageRows(new ReportPage([comparison]).Write());
        JsonArray json = ComparisonJson.Write([comparison])["comparisons"]![0]!["rows"]!.AsArray();
        Assert.Equal(6, table.Rows.Length);
        Assert.Equal(table.Rows.Length, markdown.Length - 2);
        Assert.Equal(table.Rows.Length, page.Length);
        Assert.Equal(table.Rows.Length, json.Count);
        for (int i = 0; i < table.Rows.Length; i++)
        {
            Assert.Equal(table.Rows[i].Variant, (string?)json[i]!["variant"]);
            for (int j = 0; j < table.Columns.Length; j++)
            {
                ComparisonCell cell = table.Rows[i].Cells[j];
                Assert.Equal(cell.Bracketed, markdown[i + 2][j + 2]);
                Assert.Equal(cell.Figure + cell.Interval, page[i][j + 1]);
                Assert.Equal(cell.Bracketed, JsonText(json[i]!, cell.Column));
            }
        }
    }

    [Fact]
    public void Markdown_NameWithMeaning_EscapedAndNoColumnIsLost()
    {
        using var folder = new TemporaryFolder();
        string text = ComparisonMarkdown.Write(Comparison.Of(Runs(folder)));
        string[][] rows = MarkdownRows(text);
        Assert.Single(rows.Select(row => row.Length).Distinct());
        Assert.Contains(rows, row => row[0] == "amplify, a\\|b \\<i\\>\\*x\\*\\</i\\> \\[y\\](z) \\`c\\` \uFFFD\\[31m \\# d");
        Assert.DoesNotContain('\u001b', text);
    }

    [Fact]
    public void Page_NameWithMeaning_EscapedAndNoControlCharacter()
    {
        using var folder = new TemporaryFolder();
        string page = new ReportPage(Comparison.Of(Runs(folder))).Write();
        XDocument html = XDocument.Parse(page);
        Assert.DoesNotContain('\u001b', page);
        Assert.Contains(html.Descendants("small"), small => small.Value.StartsWith("a|b <i>*x*</i>", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_NamesInTheFolders_TheReportCallsRowsTheSame()
    {
        using var folder = new TemporaryFolder();
        RecordedRun[] runs = Runs(folder);
        string[] named = [.. ComparisonTable.Of(Comparison.Of(runs)[0]).Rows.Select(row => row.Name)];
        Comparison later = Comparison.Of(runs.Select(run => Open(run.Folder.FullPath)))[0];
        string[] read = [.. ComparisonTable.Of(later).Rows.Select(row => row.Name)];
        Assert.Equal(named, read);
        Assert.Contains("amplify, same", named);
    }

    [Fact]
    public void Of_VariantWithEqualSettings_SaidToBeTheSameWithTheSameFigures()
    {
        using var folder = new TemporaryFolder();
        Comparison comparison = Comparison.Of(Runs(folder))[0];
        ComparisonTableRow same = ComparisonTable.Of(comparison).Rows.Single(row => row.Name == "amplify, same");
        Assert.Equal("amplify", same.SameAs);
        Assert.Contains("amplify, same: the same settings as amplify; its runs are shown.", comparison.Notes);
        Assert.Contains(
            "amplify, same: the same settings as amplify", new ReportPage([comparison]).Write(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_SameNameAndOtherSettings_RowsOfTheirOwn()
    {
        using var folder = new TemporaryFolder();
        Comparison comparison = Assert.Single(Comparison.Of(
        [
            Named(folder.In("a"), WrittenRun.Options(), 0.9, "x"),
            Named(folder.In("b"), WrittenRun.Options(seed: 2) with { Steps = 77 }, 0.9, "x"),
        ]));
        Assert.Equal(["x", "x (steps=77)"], comparison.Rows.Select(row => row.Variant).Order());
    }

    [Fact]
    public void WriteConfig_Resumed_KeepsTheNames()
    {
        using var folder = new TemporaryFolder();
        RecordedRun run = Named(folder.In("a"), WrittenRun.Options(), 0.9, "x");
        run.Folder.WriteConfig(run.Options with { Steps = 50_000 }, "2.0.0");
        Assert.Equal(["x"], Open(folder.In("a")).Variants!.Value.AsEnumerable());
    }

    [Fact]
    public void Distinct_VariantsThatComeToTheSame_TrainedOnce()
    {
        TrainingOptions often = WrittenRun.Options() with { Checkpoint = new CheckpointOptions { Seconds = 1 } };
        PlannedRun planned = Assert.Single(PlannedRun.Distinct(
        [
            new PlannedRun("a", "", WrittenRun.Options()),
            new PlannedRun("b", "x", WrittenRun.Options()),
            new PlannedRun("c", "y", often),
        ]));
        Assert.Equal(["", "x", "y"], planned.Names.AsEnumerable());
    }

    [Fact]
    public void Notes_FewContextsAndDecisionsOnThem_Said()
    {
        using var folder = new TemporaryFolder();
        var evaluation = new JsonObject
        {
            ["contextsAsked"] = 100,
            ["contexts"] = 4,
            ["shared"] = 4,
            ["hashes"] = new JsonArray("1", "2", "3", "4"),
        };
        Comparison comparison = Assert.Single(Comparison.Of(
        [
            WrittenRun.Write(folder.In("a"), WrittenRun.Options(seed: 1), 1, contexts: 4, evaluation: evaluation),
            WrittenRun.Write(folder.In("b"), WrittenRun.Options(seed: 2), 1, contexts: 4, evaluation: evaluation.DeepClone().AsObject()),
        ]));
        Assert.Contains(
            "amplify: the task has only 4 different held-out contexts of the 100 asked for.", comparison.Notes);
        Assert.Contains(comparison.Notes, note => note.Contains("when to stop was decided on 4 of these contexts", StringComparison.Ordinal));
        // The same four contexts for both seeds are four pieces of evidence, not eight.
        Assert.Equal(4 / (4 + 3.8415), comparison.Rows[0].Teacher.Low, 4);
    }

    private static RecordedRun[] Runs(TemporaryFolder folder) =>
    [
        Named(folder.In("a1"), WrittenRun.Options(seed: 1), 0.9, "", "same"),
        Named(folder.In("a2"), WrittenRun.Options(seed: 2), 0.95, "", "same"),
        Named(folder.In("e1"), WrittenRun.Options(seed: 1) with { Overseer = new OverseerOptions { Error = 0.1 } }, 0.7, "10 % error"),
        Named(folder.In("h1"), WrittenRun.Options(seed: 1) with { Teacher = new TeacherOptions { Horizon = 20 } }, 1, Hostile),
        Named(folder.In("s1"), WrittenRun.Options(BuiltInMethods.Get("supervised"), 1), 1, ""),
        Named(folder.In("s2"), WrittenRun.Options(BuiltInMethods.Get("supervised"), 2), 1, ""),
        Named(
            folder.In("x1"),
            WrittenRun.Options(BuiltInMethods.Get("supervised"), 1) with { Teacher = new TeacherOptions { Horizon = 20 } },
            1,
            Hostile),
    ];

    private static RecordedRun Named(string path, TrainingOptions options, double share, params string[] names)
    {
        RecordedRun run = WrittenRun.Write(path, options, share, weights: $"sha256:{Path.GetFileName(path)}", contexts: 50);
        run.Folder.NameVariants([.. names], options, "1.0.0");
        return Open(path);
    }

    private static RecordedRun Open(string path)
    {
        Assert.True(RecordedRun.TryOpen(path, BuiltInMethods.Schema, out RecordedRun? run, out string? error), error);
        return run;
    }

    private static string[][] MarkdownRows(string text) =>
    [
        .. from line in text.Split('\n')
           where line.StartsWith('|')
           let cells = line.Replace("\\|", "\u0000", StringComparison.Ordinal).Split('|')[1..^1]
           select cells.Select(cell => cell.Trim().Replace("\u0000", "\\|", StringComparison.Ordinal)).ToArray(),
    ];

    private static string[][] PageRows(string page) =>
    [
        .. XDocument.Parse(page).Descendants("table").First().Descendants("tbody").Single().Elements("tr")
            .Select(row => row.Elements().Select(cell => cell.Value).ToArray()),
    ];

    private static string JsonText(JsonNode row, ComparisonColumn column)
    {
        JsonNode? value = column.IsClass ? row["byDepth"]![column.Key]!["accuracy"] : row[column.Key];
        Estimate? estimate = value switch
        {
            null => null,
            JsonObject figure => new Estimate(
                (double)figure["mean"]!, (double?)figure["low"] ?? double.NaN, (double?)figure["high"] ?? double.NaN, 1),
            _ => new Estimate((double)value, double.NaN, double.NaN, 1),
        };
        return new ComparisonCell(column, estimate).Bracketed;
    }
}
