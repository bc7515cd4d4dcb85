using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Oversight.Runs.Options;

/// <summary>How difficulty grows.</summary>
public sealed record CurriculumOptions
{
    /// <summary>Whether instances start small and grow; off, they are full-size from the start.</summary>
    [Description("start with small instances and grow (false: full size at once)")]
    public bool Grow { get; init; }

    /// <summary>How much the difficulty grows at a time.</summary>
    [Range(1, 1_000_000), Description("how much the difficulty grows at a time")]
    public int Increment { get; init; } = 1;

    /// <summary>The agreement of the teacher with its amplification at which difficulty grows.</summary>
    [Range(0.0, 1.0), Description("agreement of the teacher with its targets at which difficulty grows")]
    public double Promote { get; init; } = 0.85;

    /// <summary>Batches at a difficulty before it may grow.</summary>
    [Range(1, 1_000_000), Description("batches at a difficulty before it may grow")]
    public int Patience { get; init; } = 50;

    /// <summary>A class of questions is asked once the teacher agrees this much with its amplification at the class before; 0 asks all from the start.</summary>
    [Range(0.0, 1.0), Description("agreement at which the next class of questions is asked (0: all at once)")]
    public double Frontier { get; init; }
}
