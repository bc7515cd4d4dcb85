using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Oversight.Learning.Options;

/// <summary>The teacher.</summary>
public sealed record TeacherOptions
{
    /// <summary>How many steps the average reaches back.</summary>
    [Range(1, 1_000_000), Description("steps that the teacher averages over")]
    public int Horizon { get; init; } = 10;

    /// <summary>The share of all steps so far that the average reaches back once that is more than the horizon.</summary>
    [Range(0.0, 1.0), Description("share of all steps that the teacher averages over once that is more (0: never)")]
    public double Share { get; init; }
}
