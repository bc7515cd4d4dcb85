using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Oversight.Runs.Options;

/// <summary>How accuracy is measured.</summary>
public sealed record EvaluationOptions
{
    /// <summary>Steps between two evaluations.</summary>
    [Range(1, 1_000_000), Description("steps between two evaluations, whatever replay.stepsPerRound is")]
    public int Every { get; init; } = 50;

    /// <summary>Held-out contexts an evaluation while training.</summary>
    [Range(1, 100_000), Description("held-out contexts of an evaluation while training")]
    public int Contexts { get; init; } = 16;

    /// <summary>Held-out contexts of the last evaluation.</summary>
    [Range(1, 100_000), Description("held-out contexts of the last evaluation")]
    public int FinalContexts { get; init; } = 100;
}
