namespace Oversight.Reports.Questions;

/// <summary>Where an answer in a tree of questions came from.</summary>
public enum AnsweredBy
{
    /// <summary>The question was primitive: the facts say it outright.</summary>
    Facts,

    /// <summary>The question was malformed, so its answer is the same whatever the facts.</summary>
    Form,

    /// <summary>X, or whoever stands in for it.</summary>
    Assistant,

    /// <summary>H, from the answers to the sub-questions.</summary>
    Overseer,
}
