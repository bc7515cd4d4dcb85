using Oversight.Runs.Statistics;

namespace Oversight.Training.Tests.WeakToStrong;

public sealed class PerformanceGapRecoveredTests
{
    [Fact]
    public void Of_StudentHalfWay_IsOneHalf()
    {
        var recovered = PerformanceGapRecovered.Of([0.85, 0.88, 0.82], [0.7, 0.72, 0.68], [1, 1.02, 0.98]);
        Assert.Null(recovered.Refusal);
        Assert.Equal(0.5, recovered.Ratio!.Mean, 6);
        Assert.True(recovered.Ratio.HasInterval);
    }

    [Fact]
    public void Of_AllSeedsRecoverTheSame_NoIntervalRatherThanOneOfNoWidth() =>
        Assert.False(PerformanceGapRecovered.Of([0.85, 0.87, 0.83], [0.7, 0.72, 0.68], [1, 1.02, 0.98]).Ratio!.HasInterval);

    [Fact]
    public void Of_StudentLikeItsSupervisor_IsZero() => Assert.Equal(0, PerformanceGapRecovered.Of([0.7, 0.7, 0.7], [0.7, 0.7, 0.7], [0.9, 0.91, 0.92]).Ratio!.Mean, 6);

    [Fact]
    public void Of_CeilingBarelyAboveFloor_IsRefused()
    {
        var recovered = PerformanceGapRecovered.Of([0.9, 0.91], [0.89, 0.9], [0.91, 0.92]);
        Assert.Null(recovered.Ratio);
        Assert.Contains("0.03 is the least", recovered.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_IntervalOfTheGapReachesZero_IsRefused()
    {
        var recovered = PerformanceGapRecovered.Of([0.8, 0.8], [0.7, 0.8], [0.9, 0.79]);
        Assert.Null(recovered.Ratio);
        Assert.Contains("reaches zero", recovered.Refusal, StringComparison.Ordinal);
    }
}
