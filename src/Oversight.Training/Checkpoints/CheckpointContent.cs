namespace Oversight.Training.Checkpoints;

/// <summary>A checkpoint in memory, ready to be written.</summary>
/// <param name="Round">The round it was taken after.</param>
/// <param name="Configuration">The task's configuration.</param>
/// <param name="Files">The name and content of each file.</param>
public sealed record CheckpointContent(int Round, string Configuration, IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes)> Files);
