using System.Collections.Immutable;
using Oversight.Reports.Html;

namespace Oversight.Training.Tests.Reports;

public sealed class LineChartTests
{
    [Fact]
    public void Spread_LabelsClose_ApartInOrderAndInside()
    {
        double[] places = LineChart.Spread([10, 11, 12, 199, 200], [15, 15, 15, 15, 15], 200);
        for (int i = 1; i < places.Length; i++)
            Assert.True(places[i] - places[i - 1] >= 15 - 1e-9);
        Assert.True(places[^1] <= 200);
        Assert.Equal(10, places[0]);
    }

    [Fact]
    public void Spread_LabelsApart_WhereTheyWere() => Assert.Equal([20.0, 60, 100], LineChart.Spread([20, 60, 100], [15, 15, 15], 200));

    [Fact]
    public void Thinned_ThousandsOfPoints_FewWithBothEnds()
    {
        var series = new Series("", "", [.. Enumerable.Range(0, 5000).Select(i => ((double)i, 1.0 / (i + 1)))]);
        ImmutableArray<(double X, double Y)> thinned = series.Thinned;
        Assert.InRange(thinned.Length, 50, 200);
        Assert.Equal(series.Points[0], thinned[0]);
        Assert.Equal(series.Points[^1], thinned[^1]);
        Assert.True(thinned.Zip(thinned.Skip(1)).All(pair => pair.First.X < pair.Second.X));
    }
}
