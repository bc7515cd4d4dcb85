using System.Text.Json.Serialization;
using Oversight.Runs.Statistics;

namespace Oversight.Runs.Studies;

/// <summary>One figure of one seed.</summary>
/// <param name="Series">What was measured.</param>
/// <param name="X">Where: a step, a depth, a share.</param>
/// <param name="Value">The figure.</param>
public readonly record struct Measure(string Series, double X, double Value)
{
    /// <summary>What a share rests on; null for other figures, and in older checkpoints.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ShareEvidence? Evidence { get; init; }
}
