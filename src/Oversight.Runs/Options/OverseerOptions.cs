using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Oversight.Runs.Options;

/// <summary>Who H is.</summary>
public sealed record OverseerOptions
{
    /// <summary>The probability that a final answer of H is replaced by a random one.</summary>
    [Range(0.0, 1.0), Description("probability that an answer of H is replaced by a random one")]
    public double Error { get; init; }

    /// <summary>Whether the same question always meets the same fate, and whether the facts matter to it.</summary>
    [Description("errors of H: random, deterministic (the same question about the same facts always gets the same wrong reply) or systematic (whatever the facts)")]
    public ErrorKind ErrorKind { get; init; }

    /// <summary>What H does: the task's script, or only to repeat the question, a control that must fail.</summary>
    [Description("H's script: task, or repeat (only asks the question again; a control that must fail)")]
    public OverseerScript Script { get; init; }
}
