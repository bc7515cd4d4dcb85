using System.Collections.Immutable;
using System.Xml.Linq;
using Oversight.Core;
using Oversight.Reports.Studies;
using Oversight.Runs.Statistics;
using Oversight.Runs.Studies;
using Oversight.Training.Tests.Reports;

namespace Oversight.Training.Tests.Experiments;

public sealed class StudyPageTests
{
    private static readonly string Long = "assisted by helpers that err in one answer of ten, as it comes, at every distance";

    [Fact]
    public void Of_EachKindAndVerdict_SaysWhetherThatIsGood()
    {
        Expectation prediction = Expectation.AtLeast("debate is right", 0.9, "theory");
        Expectation control = Expectation.Control("a judge alone stays at chance", 0.4, 0.6);
        Assert.Equal("good: as predicted", VerdictText.Of(prediction.Meets([0.95])));
        Assert.Equal("bad: not as predicted", VerdictText.Of(prediction.Meets([0.5])));
        Assert.Equal("good: failed, as it must", VerdictText.Of(control.Meets([0.5])));
        Assert.Equal("bad: did not fail, though it must", VerdictText.Of(control.Meets([0.9])));
        Assert.Equal("bad: nothing was measured", VerdictText.Of(control.Meets([double.NaN])));
        foreach (Expectation expected in (Expectation[])[prediction, control])
        {
            Finding between = expected.Meets(new Estimate(0.7, 0.5, 0.95, Seeds: 3));
            Assert.Equal("undecided: the interval reaches over the bound", VerdictText.Of(between));
        }
    }

    [Fact]
    public void Write_PageAndMarkdown_SameWordsAndNoBareVerdict()
    {
        StudyResult result = Result();
        XDocument page = XDocument.Parse(StudyPage.Write(result));
        string markdown = StudyMarkdown.Write(result);
        foreach (Finding finding in result.Findings)
        {
            string words = VerdictText.Of(finding);
            Assert.Contains(page.Descendants("td"), cell => cell.Value.EndsWith(" " + words, StringComparison.Ordinal));
            Assert.Contains($"| {words} |", markdown, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("| holds |", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Descendants("td"), cell => cell.Value is "holds" or "fails");
        Assert.Contains(page.Descendants("h2"), heading => heading.Value == "Negative controls, which must fail");
        Assert.Contains("## Negative controls, which must fail", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_LongNames_TextsInsideAndWordsLeft()
    {
        XDocument page = XDocument.Parse(StudyPage.Write(Result()));
        Assert.NotEmpty(page.Descendants("svg"));
        DrawnText.AssertInside(page);
        Tables.AssertWordsLeft(page);
        Tables.AssertWideOnesScroll(page);
        XElement[] arms = [.. page.Descendants("th").Where(cell => cell.Value == "an arm in words")];
        Assert.True(Tables.IsLeft(Assert.Single(arms)));
    }

    private static StudyResult Result() => new(
        new WrittenStudy(), "oversight written", "1.0.0", [1], new StudyMeasures([]), [new OversightLedger()], [1.5]);

    private sealed class WrittenStudy : Study
    {
        public override string Name => "written";

        public override string Title => "A study that was written down";

        public override ImmutableArray<StudyUnit> NewUnits(long seed) => [];

        public override ImmutableArray<Finding> Judge(StudyMeasures measures) =>
        [
            Expectation.AtLeast("a prediction that comes true", 0.9, "a paper").Meets([0.95]),
            Expectation.AtLeast("one that does not", 0.9, "a paper").Meets([0.5]),
            Expectation.Control("a control that fails", 0, 0.6).Meets([0.5]),
            Expectation.Control("one that does not fail", 0, 0.6).Meets([0.9]),
            Expectation.Control("one that nobody can tell", 0, 0.6).Meets(new Estimate(0.6, 0.5, 0.7, Seeds: 3)),
        ];

        public override ImmutableArray<StudyTable> Tables(StudyMeasures measures) =>
        [
            new("Curves", Long, [1.0, 2, 4], [.. Enumerable.Range(0, 6).Select(i => ($"{Long} {i}", Row(0.5, 0.7, 0.9)))]),
            new("Arms", "arm", ["an arm in words"], [], [("accuracy", Row(0.5))]),
            new("One place", "steps", [100.0], [("accuracy", Row(0.5))]),
        ];

        private static ImmutableArray<Estimate> Row(params IEnumerable<double> values) =>
            [.. values.Select(value => Estimate.OverSeeds([value]))];
    }
}
