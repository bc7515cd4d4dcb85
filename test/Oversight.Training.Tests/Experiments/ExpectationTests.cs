using Oversight.Runs.Statistics;
using Oversight.Runs.Studies;

namespace Oversight.Training.Tests.Experiments;

public sealed class ExpectationTests
{
    [Theory]
    [InlineData(0.95, 0.99, Verdict.Holds)]
    [InlineData(0.85, 0.95, Verdict.Undecided)]
    [InlineData(0.5, 0.8, Verdict.Fails)]
    public void Meets_IntervalBesideTheBound_DecidesByTheWholeInterval(double low, double high, Verdict verdict)
    {
        var measured = new Estimate((low + high) / 2, low, high, Seeds: 3);
        Assert.Equal(verdict, Expectation.AtLeast("debate is right", 0.9, "theory").Meets(measured).Verdict);
    }

    [Fact]
    public void Meets_OneSeed_TheFigureDecides()
    {
        Expectation control = Expectation.Control("a judge alone stays at chance", 0.4, 0.6);
        Assert.Equal(Verdict.Holds, control.Meets([0.55]).Verdict);
        Assert.Equal(Verdict.Fails, control.Meets([0.7]).Verdict);
    }

    [Fact]
    public void Meets_NotANumber_Fails() =>
        Assert.Equal(Verdict.Fails, Expectation.AtMost("a loss falls", 1, "theory").Meets([double.NaN]).Verdict);

    [Fact]
    public void Range_EachKindOfBound_SaysWhereInWords()
    {
        Assert.Equal("at least 0.900", Expectation.AtLeast("", 0.9, "").Range);
        Assert.Equal("at most 0.100", Expectation.AtMost("", 0.1, "").Range);
        Assert.Equal("0.400 to 0.600", Expectation.Control("", 0.4, 0.6).Range);
    }
}
