using Oversight.Runs.Statistics;

namespace Oversight.Training.Tests.Evaluation;

public sealed class AccuracyIntervalTests
{
    [Theory]
    [InlineData(1.0)]
    [InlineData(0.9)]
    [InlineData(0.0)]
    public void Of_AllSeedsTheSame_HasAWidth(double share)
    {
        ShareEvidence[] runs = [.. Enumerable.Repeat(new ShareEvidence(share, 100, 100, 6400), 3)];
        (double low, double high) = AccuracyInterval.Of(runs);
        Assert.InRange(high - low, 0.01, 0.2);
        Assert.InRange(share, low - 1e-9, high + 1e-9);
    }

    [Fact]
    public void Of_ThreeSeedsAllRight_EveryContextCountsOnce()
    {
        ShareEvidence[] runs = [.. Enumerable.Repeat(new ShareEvidence(1, 100, 100, 6400), 3)];
        Assert.Equal(ClassAccuracy.Interval(1, 300), AccuracyInterval.Of(runs));
    }

    [Fact]
    public void Of_SharedContextsAllRight_TheyCountOnceForAllSeeds()
    {
        ShareEvidence[] runs = [.. Enumerable.Repeat(new ShareEvidence(1, 4, 4, 256), 3)];
        Assert.Equal(ClassAccuracy.Interval(1, 4), AccuracyInterval.Of(runs, common: 1));
    }

    [Fact]
    public void Of_SeedsDiffer_NeverNarrowerThanContextsAlone()
    {
        ShareEvidence[] runs = [new(0.90, 50, 20, 640), new(0.91, 50, 20, 640), new(0.92, 50, 20, 640)];
        (double low, double high) = AccuracyInterval.Of(runs);
        (double lowest, double highest) = AccuracyInterval.OverContexts(runs);
        Assert.True(low <= lowest && high >= highest);
    }

    [Fact]
    public void Of_SharedContexts_WiderThanFreshOnes()
    {
        ShareEvidence[] runs = [new(0.90, 50, 20, 640), new(0.91, 50, 20, 640), new(0.89, 50, 20, 640)];
        (double low, double high) = AccuracyInterval.Of(runs);
        (double lowShared, double highShared) = AccuracyInterval.Of(runs, common: 1);
        Assert.True(highShared > high || lowShared < low);
    }

    [Fact]
    public void Of_OneContext_KnowsNothing() => Assert.Equal((0, 1), AccuracyInterval.Of([new ShareEvidence(0.9, 1, 1, 10)]));

    [Theory]
    [InlineData(0.9, 37.5)]
    [InlineData(1.0, 100)]
    [InlineData(0.0, 4)]
    [InlineData(0.5, 2000)]
    public void SizeOf_AnInterval_TheSizeItWasMadeWith(double share, double size)
    {
        (double low, double high) = ClassAccuracy.Interval(share, size);
        Assert.Equal(size, ClassAccuracy.SizeOf(share, low, high), 0.01 * size);
    }
}
