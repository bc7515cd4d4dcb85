using Oversight.Reports.Html;

namespace Oversight.Training.Tests.Reports;

public sealed class AxisTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(0.003)]
    [InlineData(97)]
    [InlineData(20_000)]
    [InlineData(123_456_789)]
    public void Linear_AnyHigh_FewRoundTicksInside(double high)
    {
        Axis axis = Axis.Linear([high / 3, high]);
        Assert.InRange(axis.Ticks.Length, 2, 6);
        Assert.All(axis.Ticks, tick => Assert.InRange(axis.At(tick), 0, 1.0001));
        Assert.Equal(0, axis.At(0));
        Assert.Equal(1, axis.At(high), 9);
        Assert.Equal(0.5, axis.At(high / 2), 9);
    }

    [Fact]
    public void Logarithmic_EqualFactors_EqualDistances()
    {
        Axis axis = Axis.Logarithmic([1, 10_000]);
        Assert.Equal(axis.At(100) - axis.At(10), axis.At(1000) - axis.At(100), 9);
        Assert.Equal(0, axis.At(0));
        Assert.InRange(axis.Ticks.Length, 2, 6);
    }

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new double[] { 0, 0 })]
    [InlineData(new double[] { 5, 5 })]
    public void Axes_NothingToScale_StillFinite(double[] values)
    {
        foreach (Axis axis in (Axis[])[Axis.Linear(values), Axis.Logarithmic(values)])
        {
            Assert.InRange(axis.At(5), 0, 1);
            Assert.NotEmpty(axis.Ticks);
        }
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.25, "0.25")]
    [InlineData(1500, "1.5k")]
    [InlineData(20_000, "20k")]
    [InlineData(3_000_000, "3M")]
    public void Label_Tick_FewLetters(double tick, string expected) => Assert.Equal(expected, Axis.Label(tick));

    [Fact]
    public void Linear_SomeBelowZero_ShownWhereTheyAre()
    {
        var axis = Axis.Linear([-0.5, double.NaN, 1]);
        Assert.Equal((-0.5, 1), (axis.Low, axis.High));
        Assert.Equal([-0.5, 0, 0.5, 1], axis.Ticks.ToArray());
        Assert.Equal(0, axis.At(-0.5));
        Assert.True(axis.At(-0.25) < axis.At(0));
        Assert.Equal("-0.5", Axis.Label(-0.5));
    }
}
