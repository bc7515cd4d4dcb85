namespace Oversight.Training.Tests.Limits;

/// <summary>A clock that goes on by the same time whenever it is looked at.</summary>
internal sealed class TickingTime(TimeSpan tick) : TimeProvider
{
    private long _looks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _looks++ * tick.Ticks;
}
