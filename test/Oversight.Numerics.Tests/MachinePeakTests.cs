namespace Oversight.Numerics.Tests;

public sealed class MachinePeakTests
{
    [Fact]
    public void MultiplyAdds_SomeRounds_CountsEveryLane()
    {
        long one = MachinePeak.MultiplyAdds(1, out float first);
        long thousand = MachinePeak.MultiplyAdds(1000, out float last);
        Assert.Equal(1000 * one, thousand);
        // Each chain goes x -> x / 2 + 1 from 1, by way of 1.5 to 2.
        Assert.Equal(one / 2 * 1.5f, first);
        Assert.Equal(one / 2 * 2f, last);
    }

    [Fact]
    public void Stream_Arrays_AddsThemAndCountsBytes()
    {
        float[] y = [1, 2, 3];
        Assert.Equal(36, MachinePeak.Stream([10, 20, 30], y));
        Assert.Equal([11, 22, 33], y);
    }
}
