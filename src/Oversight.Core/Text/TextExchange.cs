namespace Oversight.Core.Text;

/// <summary>One sub-question with what the assistant made of it.</summary>
/// <param name="Asked">The sub-question.</param>
/// <param name="Result">The sub-answer, what it cost and how it came about.</param>
public sealed record TextExchange(TextQuestion Asked, TextResult Result)
{
    /// <summary>The sub-answer.</summary>
    public TextAnswer Reply => Result.Answer;

    /// <summary>Whether the question was never put to anybody, for want of budget.</summary>
    public bool WasNotAsked => Reply.Status == AnswerStatus.Exhausted && Result.Spent == Spending.None && Result.Transcript is null;
}
