using System.Collections.Immutable;

namespace Oversight.Core.Text;

/// <summary>A, an answer in words, with how it ended. Immutable.</summary>
public sealed record TextAnswer
{
    private readonly string? _reason;
    private readonly double? _confidence;

    /// <summary>An answer.</summary>
    /// <param name="words">What is answered; empty where there is no answer.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="quotes">The evidence.</param>
    public TextAnswer(string words, AnswerStatus status = AnswerStatus.Whole, ImmutableArray<Quote> quotes = default)
    {
        if (!Enum.IsDefined(status))
            throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status.");
        Words = ReadableText.WellFormed(words);
        Status = status;
        Quotes = quotes.IsDefault ? [] : quotes;
    }

    /// <summary>idk, "don't know".</summary>
    public static TextAnswer Unknown { get; } = new("idk", AnswerStatus.Unknown);

    /// <summary>What is answered; empty where there is no answer.</summary>
    public string Words { get; }

    /// <summary>How it ended.</summary>
    public AnswerStatus Status { get; private init; }

    /// <summary>The evidence.</summary>
    public ImmutableArray<Quote> Quotes { get; }

    /// <summary>How sure whoever answered is, from 0 to 1; null where they do not say.</summary>
    public double? Confidence
    {
        get => _confidence;
        init => _confidence = value is null or (>= 0 and <= 1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A confidence lies between 0 and 1.");
    }

    /// <summary>How much of what was to be looked at the answer rests on; null where nobody says.</summary>
    public Coverage? Coverage { get; init; }

    /// <summary>Why there is no whole answer, in a line; null where there is nothing to say.</summary>
    public string? Reason
    {
        get => _reason;
        init => _reason = value is null ? null : ReadableText.WellFormed(value);
    }

    /// <summary>Whether this is a success.</summary>
    public bool IsWhole => Status == AnswerStatus.Whole;

    /// <summary>A whole answer.</summary>
    /// <param name="words">What is answered.</param>
    public static implicit operator TextAnswer(string words) => FromString(words);

    /// <summary>A whole answer.</summary>
    /// <param name="words">What is answered.</param>
    public static TextAnswer FromString(string words) => new(words);

    /// <summary>No answer, because somebody declined.</summary>
    /// <param name="reason">Why, in a line.</param>
    public static TextAnswer Refused(string reason) => None(AnswerStatus.Refused, reason);

    /// <summary>No answer, because the budget or a limit was reached.</summary>
    /// <param name="reason">Which, in a line.</param>
    public static TextAnswer Exhausted(string reason) => None(AnswerStatus.Exhausted, reason);

    /// <summary>No answer, because what came could not be read.</summary>
    /// <param name="reason">What is wrong with it, in a line.</param>
    public static TextAnswer Malformed(string reason) => None(AnswerStatus.Malformed, reason);

    /// <summary>No answer, because something broke.</summary>
    /// <param name="reason">What broke, in a line.</param>
    public static TextAnswer Failed(string reason) => None(AnswerStatus.Failed, reason);

    /// <summary>No answer, because something threw.</summary>
    /// <param name="exception">What was thrown; its kind and message become the reason.</param>
    public static TextAnswer Failed(Exception exception) =>
        Failed($"{exception.GetType().Name}: {ReadableText.Excerpt(exception.Message, 400)}");

    /// <summary>The same answer; if it is said to be whole, as part of one.</summary>
    /// <param name="coverage">How much it covers, unless it says so itself.</param>
    /// <param name="reason">Why it is not whole.</param>
    public TextAnswer AsPartial(Coverage coverage, string reason) => this with
    {
        Status = IsWhole ? AnswerStatus.Partial : Status,
        Coverage = Coverage ?? coverage,
        Reason = Reason ?? reason,
    };

    /// <inheritdoc/>
    public bool Equals(TextAnswer? other) =>
        other is not null && Words == other.Words && Status == other.Status && Confidence == other.Confidence && Coverage == other.Coverage
        && Reason == other.Reason && Quotes.AsSpan().SequenceEqual(other.Quotes.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Words, Status, Confidence, Coverage, Reason, Quotes.Length);

    private static TextAnswer None(AnswerStatus status, string reason) => new("", status) { Reason = reason };
}
