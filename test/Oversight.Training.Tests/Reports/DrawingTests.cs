using System.Collections.Immutable;
using System.Xml.Linq;
using Oversight.Reports.Html;
using Oversight.Runs.Rounds;

namespace Oversight.Training.Tests.Reports;

public sealed class DrawingTests
{
    private const string Long = "the same opponent after an agreement that was made long before (lambda 0.6) and is kept";
    private static readonly string Endless = new('m', 200);

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(13)]
    [InlineData(30)]
    public void LineChart_LongNamesAndTitles_EveryTextInside(int lines)
    {
        foreach (string name in (string[])["X", Long, Endless, "日本語の名前"])
        {
            foreach ((double, double) size in ((double, double)[])[(400, 250), (720, 320)])
            {
                LineChart chart = Chart(name, name, [.. Enumerable.Range(0, lines).Select(_ => Rising(123_456_789))]) with { Size = size };
                DrawnText.AssertInside(Page(chart.Write));
            }
        }
    }

    [Fact]
    public void LineChart_Small_EveryTextInside()
    {
        LineChart chart = Chart("", "X", [Rising(123_456_789), Rising(1e-9)]) with { Size = (190, 130), IsSmall = true };
        DrawnText.AssertInside(Page(chart.Write));
    }

    [Fact]
    public void LineChart_OversightsAxis_WholeTitleIsThere()
    {
        const string title = "human queries (supervised: labels; expert iteration: reward queries; debate: judge look-ups)";
        XDocument page = Page(Chart(title, "amplify", [Rising(768)]).Write);
        DrawnText.AssertInside(page);
        XElement[] lines = [.. page.Descendants("text").Where(text => text.Attribute("class")!.Value == "axis middle")];
        Assert.Equal(title, string.Join(' ', lines.Select(line => line.Value)));
    }

    [Fact]
    public void LineChart_NoPoint_SaysSo()
    {
        XDocument page = Page(Chart("steps of X", "amplify", [[]]).Write);
        Assert.Empty(page.Descendants("svg"));
        Assert.Contains("nothing was measured", page.Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void LineChart_OnePoint_InWords()
    {
        XDocument page = Page(Chart("steps of X", "amplify", [[(1500, 0.9)]]).Write);
        Assert.Empty(page.Descendants("svg"));
        Assert.Contains("only one place on the axis of steps of X: amplify 0.900 at 1,500.", page.Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void LineChart_OnePlaceInEachLine_InWords()
    {
        XDocument page = Page(Chart("labels", "a", [[(10, 0.9)], [(20, 0.5), (20, 0.7)]]).Write);
        Assert.Empty(page.Descendants("svg"));
        Assert.Contains(
            "each line has only one place on the axis of labels: a 0.900 at 10; a 0.700 at 20, the last of 2.",
            page.Root!.Value,
            StringComparison.Ordinal);
    }

    [Fact]
    public void LadderChart_LongClasses_EveryTextInside()
    {
        foreach (string name in (string[])["bits 2", Long, Endless])
        {
            var chart = new LadderChart("t", [.. Enumerable.Range(0, 5).Select(_ => new Milestone(name, 10, 123_456))], 987_654_321);
            DrawnText.AssertInside(Page(chart.Write));
        }
    }

    [Fact]
    public void LadderChart_OnePoint_InWords()
    {
        XDocument page = Page(new LadderChart("t", [new Milestone("bits 2", 10, null), new Milestone("bits 3", null, null)], 100).Write);
        Assert.Empty(page.Descendants("svg"));
        Assert.Contains("bits 2: Amplify at step 10, X at no step yet", page.Root!.Value, StringComparison.Ordinal);
    }

    private static ImmutableArray<(double X, double Y)> Rising(double end) => [(0, 0.1), (end / 2, 0.5), (end, 0.9)];

    private static LineChart Chart(string xTitle, string name, ImmutableArray<ImmutableArray<(double X, double Y)>> lines) => new(
        "title",
        "description",
        xTitle,
        Axis.Linear(lines.SelectMany(line => line).Select(point => point.X)),
        Axis.Share,
        [.. lines.Select(points => new Series(name, "amplify", points))]);

    private static XDocument Page(Action<HtmlWriter> write)
    {
        var html = new HtmlWriter();
        using (html.In("main"))
            write(html);
        return XDocument.Parse(html.ToString());
    }
}
