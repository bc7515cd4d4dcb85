namespace Oversight.Training.Tests.Events;

/// <summary>An event as it was read back.</summary>
internal sealed record ReadEvent
{
    public double WallTime { get; init; }

    public long Step { get; init; }

    public string Version { get; init; } = "";

    public (string Tag, float Value)[] Scalars { get; init; } = [];
}
