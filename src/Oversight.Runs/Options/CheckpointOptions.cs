using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Oversight.Runs.Options;

/// <summary>How often a run is saved.</summary>
public sealed record CheckpointOptions
{
    /// <summary>Seconds between two checkpoints: what a run that is killed loses at most.</summary>
    [Range(0.0, 86_400.0), Description("seconds between two checkpoints (0: after every round)")]
    public double Seconds { get; init; } = 60;
}
