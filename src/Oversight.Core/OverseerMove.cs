namespace Oversight.Core;

/// <summary>What an overseer does next: ask a sub-question or reply with the answer. A closed set of two.</summary>
public readonly record struct OverseerMove
{
    private OverseerMove(bool isReply, Symbols words)
    {
        IsReply = isReply;
        Words = words;
    }

    /// <summary>Whether the move ends the transcript with an answer; otherwise it asks.</summary>
    public bool IsReply { get; }

    /// <summary>The words of the sub-question or of the answer.</summary>
    public Symbols Words { get; }

    /// <summary>Ask a sub-question about the same facts.</summary>
    /// <param name="words">The sub-question's words.</param>
    public static OverseerMove Ask(Symbols words) => new(false, words);

    /// <summary>Give the answer to the transcript's question.</summary>
    /// <param name="answer">The answer.</param>
    public static OverseerMove Reply(Answer answer) => new(true, answer.Words);
}
