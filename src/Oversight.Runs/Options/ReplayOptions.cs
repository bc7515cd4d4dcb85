using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Oversight.Runs.Options;

/// <summary>What X learns from.</summary>
public sealed record ReplayOptions
{
    /// <summary>How many generated batches are kept; each step draws one of them.</summary>
    [Range(1, 100_000), Description("generated batches kept; a step draws one")]
    public int Batches { get; init; } = 1;

    /// <summary>Steps of X a round, that is, for each generated batch.</summary>
    [Range(1, 1000), Description("steps of X for each generated batch; a limit may cut the last round")]
    public int StepsPerRound { get; init; } = 1;
}
