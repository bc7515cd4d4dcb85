using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Oversight.Runs.Rounds;

namespace Oversight.Methods.SelfAmplification;

/// <summary>Self-amplification: how far H goes along, and which of its own transcripts H' learns from once H is gone.</summary>
public sealed record SelfAmplificationOptions : IMethodOptions
{
    string IMethodOptions.Group => "self";

    /// <summary>
    /// How many classes of questions, from the easiest, H decomposes; 0 for the first half. H is cut off once the frontier has passed them.
    /// Where words do not tell classes, H goes along until <c>human.queries</c> are used up.
    /// </summary>
    [Range(0, 1000), Description("classes of questions that H decomposes, from the easiest, before H is cut off (0: the first half)")]
    public int HumanClasses { get; init; }

    /// <summary>Which targets count, and which transcripts H' learns from.</summary>
    [Description("targets that count: none (all), majority (most of several decompositions drawn apart agree) or consistent (the same if sub-questions are taken apart, too)")]
    public TranscriptFilter Filter { get; init; } = TranscriptFilter.Majority;

    /// <summary>Decompositions drawn for a majority.</summary>
    [Range(2, 64), Description("decompositions drawn for a majority")]
    public int Votes { get; init; } = 3;

    /// <summary>How many of its own transcripts H' is given a batch once H is gone.</summary>
    [Range(0, 100_000), Description("own transcripts a batch that H' learns from once H is gone")]
    public int Transcripts { get; init; } = 32;
}
