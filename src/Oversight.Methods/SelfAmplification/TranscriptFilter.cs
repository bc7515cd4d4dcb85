namespace Oversight.Methods.SelfAmplification;

/// <summary>Which targets count, and which transcripts H' learns from once the overseer is gone.</summary>
public enum TranscriptFilter
{
    /// <summary>All of them.</summary>
    None,

    /// <summary>Those that most of several decompositions, drawn apart, come to.</summary>
    Majority,

    /// <summary>Those that stay the same if their sub-questions are taken apart, too.</summary>
    Consistent,
}
