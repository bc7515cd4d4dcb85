using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Oversight.Training.Options;

/// <summary>The teacher.</summary>
public sealed record TeacherOptions
{
    /// <summary>How many steps the average reaches back.</summary>
    [Range(1, 1_000_000), Description("steps that the teacher averages over")]
    public int Horizon { get; init; } = 10;
}
