namespace Oversight.Core.Text;

/// <summary>What an amplified assistant allows its overseer for one question. Immutable.</summary>
public sealed record AmplifyLimits
{
    private readonly int _questions = 1000;
    private readonly int _questionsPerAsk = 1000;

    /// <summary>The limits unless others are given.</summary>
    public static AmplifyLimits Default { get; } = new();

    /// <summary>
    /// k: how many sub-questions a transcript may hold. It bounds the moves too: every move but the last few asks something.
    /// </summary>
    public int Questions
    {
        get => _questions;
        init => _questions = Positive(value);
    }

    /// <summary>How many sub-questions may be asked side by side.</summary>
    public int QuestionsPerAsk
    {
        get => _questionsPerAsk;
        init => _questionsPerAsk = Positive(value);
    }

    /// <summary>
    /// What is kept from the children, so that the overseer can pay for a last move when the rest is used up. Nothing for a script, whose
    /// moves are free.
    /// </summary>
    public Spending Reserve { get; init; } = Spending.None;

    private static int Positive(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        return value;
    }
}
