using System.Xml.Linq;
using Oversight.Learning.Options;
using Oversight.Methods;
using Oversight.Reports.Pages;
using Oversight.Runs.Options;
using Oversight.Runs.Rounds;
using Oversight.Training.Tests.Runs;

namespace Oversight.Training.Tests.Reports;

public sealed class ReportFileTests
{
    [Fact]
    public void PageOf_SeveralRuns_WellFormedAndSelfContained()
    {
        using var folder = new TemporaryFolder();
        WrittenRun.Write(folder.In("a"), WrittenRun.Options(), 0.9);
        WrittenRun.Write(folder.In("b"), WrittenRun.Options(seed: 2), 0.8);
        WrittenRun.Write(folder.In("c"), WrittenRun.Options(BuiltInMethods.Get("supervised")), 1, finished: false);
        string page = ReportFile.PageOf([folder.In("a"), folder.In("b"), folder.In("c")], BuiltInMethods.Schema);

        XDocument html = XDocument.Parse(page);
        Assert.Equal("html", html.Root!.Name.LocalName);
        Assert.DoesNotContain("http", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
        Assert.DoesNotContain(html.Descendants(), element => element.Name.LocalName is "script" or "link" or "img" or "iframe" or "object");
        Assert.All(html.Descendants().Attributes("href"), href => Assert.StartsWith("#", href.Value, StringComparison.Ordinal));
        Assert.InRange(page.Length, 10_000, 300_000);
    }

    [Fact]
    public void PageOf_Drawings_TitledAndInsideTheirFrames()
    {
        using var folder = new TemporaryFolder();
        WrittenRun.Write(folder.In("a"), WrittenRun.Options(), 0.9);
        XDocument html = XDocument.Parse(ReportFile.PageOf([folder.In("a")], BuiltInMethods.Schema));
        XElement[] drawings = [.. html.Descendants("svg")];
        Assert.NotEmpty(drawings);
        foreach (XElement drawing in drawings)
        {
            string names = $"{drawing.Element("title")!.Attribute("id")!.Value} {drawing.Element("desc")!.Attribute("id")!.Value}";
            Assert.Equal(names, drawing.Attribute("aria-labelledby")!.Value);
            double[] frame = [.. drawing.Attribute("viewBox")!.Value.Split(' ').Select(double.Parse)];
            foreach (XElement dot in drawing.Elements("circle"))
            {
                Assert.InRange((double)dot.Attribute("cx")!, 0, frame[2]);
                Assert.InRange((double)dot.Attribute("cy")!, 0, frame[3]);
            }
        }

        string[] ids = [.. html.Descendants().Attributes("id").Select(id => id.Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void PageOf_SeveralMethodsThatErr_TextsInsideWordsLeftTablesInBoxes()
    {
        using var folder = new TemporaryFolder();
        LearningMethod[] methods = [.. BuiltInMethods.All.All.Where(method => method != BuiltInMethods.Get("debate"))];
        foreach (LearningMethod method in methods)
        {
            WrittenRun.Write(folder.In($"{method}"), WrittenRun.Options(method), 0.9);
            TrainingOptions erring = WrittenRun.Options(method) with { Overseer = new OverseerOptions { Error = 0.1 } };
            WrittenRun.Write(folder.In($"{method}-errs"), erring, 0.8);
        }

        XDocument html = XDocument.Parse(ReportFile.PageOf([.. Directory.GetDirectories(folder.Path)], BuiltInMethods.Schema));
        Assert.NotEmpty(html.Descendants("svg"));
        DrawnText.AssertInside(html);
        Tables.AssertWordsLeft(html);
        Tables.AssertWideOnesScroll(html);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void PageOf_MeasuredOnceOrNever_NoDrawingButWords(int evaluations)
    {
        using var folder = new TemporaryFolder();
        WrittenRun.Write(folder.In("a"), WrittenRun.Options(), 0.9);
        string metrics = folder.In("a", "metrics.jsonl");
        File.WriteAllLines(metrics, File.ReadAllLines(metrics).TakeLast(evaluations));
        XDocument html = XDocument.Parse(ReportFile.PageOf([folder.In("a")], BuiltInMethods.Schema));
        string words = html.Root!.Element("body")!.Value;
        Assert.DoesNotContain(html.Descendants("svg"), drawing => drawing.Elements("path").Any());
        Assert.Contains("no run was measured more than once", words, StringComparison.Ordinal);
        Assert.Contains("for this run was measured once. bits 2: X ends at 90.0 %", words, StringComparison.Ordinal);
        Assert.Contains(evaluations == 0 ? "not measured on the way" : "90.0 % right after 50 steps", words, StringComparison.Ordinal);
    }

    [Fact]
    public void PageOf_AnyRun_FirstColumnsStayInViewAndOnlyBoxesScroll()
    {
        using var folder = new TemporaryFolder();
        WrittenRun.Write(folder.In("a"), WrittenRun.Options(), 0.9);
        XDocument html = XDocument.Parse(ReportFile.PageOf([folder.In("a")], BuiltInMethods.Schema));
        string style = Assert.Single(html.Descendants("style")).Value;
        Assert.Contains("\n.wide th:first-child { position: sticky; left: 0; background: var(--card);", style, StringComparison.Ordinal);
        foreach (string box in (string[])[".wide {", "pre {", ".tree {"])
            Assert.Contains("overflow-x: auto", LineOf(style, box), StringComparison.Ordinal);
        XElement sideBySide = html.Descendants("table").First();
        Assert.All(
            sideBySide.Descendants("small").Where(small => small.Value.Contains('-')),
            interval => Assert.NotNull(interval.Element("wbr")));
    }

    [Fact]
    public void PageOf_SettingChanged_MarkedAndRepeatable()
    {
        using var folder = new TemporaryFolder();
        TrainingOptions options = WrittenRun.Options() with { Teacher = new TeacherOptions { Horizon = 77 } };
        WrittenRun.Write(folder.In("a"), options, 0.9);
        XDocument html = XDocument.Parse(ReportFile.PageOf([folder.In("a")], BuiltInMethods.Schema));
        XElement row = Assert.Single(html.Descendants("tr"), row => row.Attribute("class")?.Value == "changed");
        Assert.Equal(["teacher.horizon", "77", "10"], row.Elements().Take(3).Select(cell => cell.Value));
        Assert.Contains("--set teacher.horizon=77", Assert.Single(html.Descendants("pre")).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void PageOf_OverseerErrs_ExpectedBesideMeasured()
    {
        using var folder = new TemporaryFolder();
        TrainingOptions options = WrittenRun.Options() with { Overseer = new OverseerOptions { Error = 0.1 } };
        WrittenRun.Write(folder.In("a"), options, 0.9);
        string page = ReportFile.PageOf([folder.In("a")], BuiltInMethods.Schema);
        Assert.Contains("When the overseer errs", page, StringComparison.Ordinal);
        Assert.Contains("0.797", page, StringComparison.Ordinal); // bits 3: s = 0.9^3, of 4 elements
    }

    private static string LineOf(string style, string selector) =>
        Assert.Single(style.Split('\n'), line => line.StartsWith(selector, StringComparison.Ordinal));
}
