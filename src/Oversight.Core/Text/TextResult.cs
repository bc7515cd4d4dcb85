namespace Oversight.Core.Text;

/// <summary>
/// What asking an assistant comes to: the answer, what it cost and, where others were asked for it, their transcript. Immutable.
/// </summary>
/// <param name="Answer">The answer.</param>
/// <param name="Spent">What it cost, everybody below included.</param>
/// <param name="Transcript">How an amplified assistant came to it; null where nobody else was asked.</param>
public sealed record TextResult(TextAnswer Answer, Spending Spent, TextTranscript? Transcript = null)
{
    /// <summary>The answer.</summary>
    public TextAnswer Answer { get; init; } = Answer ?? throw new ArgumentNullException(nameof(Answer));

    /// <summary>What it cost, everybody below included.</summary>
    public Spending Spent { get; init; } = Spent ?? throw new ArgumentNullException(nameof(Spent));

    /// <summary>An answer that cost one call and nothing else.</summary>
    /// <param name="answer">The answer.</param>
    public static implicit operator TextResult(TextAnswer answer) => FromTextAnswer(answer);

    /// <summary>An answer that cost one call and nothing else.</summary>
    /// <param name="answer">The answer.</param>
    public static TextResult FromTextAnswer(TextAnswer answer) => new(answer, Spending.OneCall);

    /// <summary>The question was not put to anybody, for want of budget: nothing was spent.</summary>
    /// <param name="reason">What was missing, in a line.</param>
    public static TextResult NotAsked(string reason) => new(TextAnswer.Exhausted(reason), Spending.None);
}
