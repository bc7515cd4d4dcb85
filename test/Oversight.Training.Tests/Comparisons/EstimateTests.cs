using Oversight.Runs.Statistics;

namespace Oversight.Training.Tests.Comparisons;

public sealed class EstimateTests
{
    [Fact]
    public void OverSeeds_ThreeValues_TheTInterval()
    {
        var estimate = Estimate.OverSeeds([1, 2, 3]);
        Assert.Equal(2, estimate.Mean, 9);
        Assert.Equal(4.303 / Math.Sqrt(3), estimate.Margin, 9);
    }

    [Fact]
    public void OverSeeds_OneValue_NoInterval() => Assert.False(Estimate.OverSeeds([0.5]).HasInterval);

    [Fact]
    public void OverSeeds_AllTheSame_NoIntervalRatherThanOneOfNoWidth() =>
        Assert.False(Estimate.OverSeeds([0.1 + 0.2, 0.3, 0.3]).HasInterval);

    [Fact]
    public void PairedDifference_AllPairsTheSame_AsWideAsContextsMakeIt()
    {
        ShareEvidence[] left = [.. Enumerable.Repeat(new ShareEvidence(1, 100, 100, 3200), 3)];
        ShareEvidence[] right = [.. Enumerable.Repeat(new ShareEvidence(0.95, 400, 100, 3200), 3)];
        var difference = Estimate.PairedDifference(left, right);
        Assert.Equal(0.05, difference.Mean, 9);
        Assert.InRange(difference.Low, 0.02, 0.045);
        Assert.InRange(difference.High, 0.055, 0.08);
    }

    [Fact]
    public void Difference_TwoShares_NewcombesExample()
    {
        // Newcombe 1998, table II, (a) 56/70 - 48/80 by method 10: 0.0524 to 0.3339.
        (double low, double high) left = new ClassAccuracy(56, 70).Interval();
        (double low, double high) right = new ClassAccuracy(48, 80).Interval();
        var difference = Estimate.Difference(
            new Estimate(56 / 70.0, left.low, left.high, 1), new Estimate(48 / 80.0, right.low, right.high, 1));
        Assert.Equal(0.2, difference.Mean, 9);
        Assert.Equal(0.0524, difference.Low, 0.00006);
        Assert.Equal(0.3339, difference.High, 0.00006);
    }

    [Fact]
    public void Quantile_BeyondTheTable_GoesOnSmoothly()
    {
        Assert.Equal(2.0395, StudentT.Quantile(31), 0.0003);
        Assert.Equal(1.9840, StudentT.Quantile(100), 0.0003);
        Assert.True(Enumerable.Range(1, 200).All(freedom => StudentT.Quantile(freedom) > StudentT.Quantile(freedom + 1)));
    }
}
