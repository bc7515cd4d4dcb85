namespace Oversight.Core.Text;

/// <summary>How an answer ended. Only <see cref="Whole"/> counts as a success anywhere.</summary>
public enum AnswerStatus
{
    /// <summary>The question is answered.</summary>
    Whole,

    /// <summary>A part of what was asked is answered; the coverage says how much.</summary>
    Partial,

    /// <summary>idk, "don't know".</summary>
    Unknown,

    /// <summary>Whoever was asked declined.</summary>
    Refused,

    /// <summary>The budget or a limit ended the work before there was an answer.</summary>
    Exhausted,

    /// <summary>Something came that could not be read as an answer.</summary>
    Malformed,

    /// <summary>Something broke; the reason says what.</summary>
    Failed,
}
