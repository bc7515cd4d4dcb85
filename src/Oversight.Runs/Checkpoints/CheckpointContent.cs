namespace Oversight.Runs.Checkpoints;

/// <summary>A checkpoint in memory, ready to be written.</summary>
/// <param name="Round">The round it was taken after.</param>
/// <param name="Configuration">The task's configuration.</param>
/// <param name="Files">The name and content of each file.</param>
public sealed record CheckpointContent(int Round, string Configuration, IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes)> Files)
{
    /// <summary>How many batches of the next round X had been given: where a limit fell into the middle of it.</summary>
    public int StepsOfRound { get; init; }

    /// <summary>The name of its folder; names of later checkpoints come later.</summary>
    public string Name => $"{CheckpointStore.Prefix}{Round:D8}" + (StepsOfRound > 0 ? $"-{StepsOfRound:D4}" : "");
}
