using System.Collections.Immutable;

namespace Oversight.Core.Text;

/// <summary>
/// tau, one transcript in words: (Q, Q1, A1, ..., Qk, Ak, A), with what it has cost so far. It is the whole state of an amplification, so
/// anybody can carry on from it. Where an assistant asked others in turn, its exchange holds their transcript: the tree. Immutable.
/// </summary>
public sealed record TextTranscript
{
    /// <summary>How many levels a tree may have: this transcript, those of its exchanges, and so on.</summary>
    public const int MaxDepth = 64;

    /// <summary>A transcript.</summary>
    /// <param name="question">Q.</param>
    /// <param name="exchanges">The sub-questions with their sub-answers, in the order asked.</param>
    /// <param name="answer">A; null while the transcript is open.</param>
    /// <param name="spent">What it has cost: the moves and the exchanges; null for nothing.</param>
    public TextTranscript(
        TextQuestion question, ImmutableArray<TextExchange> exchanges = default, TextAnswer? answer = null, Spending? spent = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        Question = question;
        Exchanges = exchanges.IsDefault ? [] : exchanges;
        Answer = answer;
        Spent = spent ?? Spending.None;
    }

    /// <summary>Q.</summary>
    public TextQuestion Question { get; }

    /// <summary>The sub-questions with their sub-answers, in the order asked.</summary>
    public ImmutableArray<TextExchange> Exchanges { get; private init; }

    /// <summary>A; null while the transcript is open.</summary>
    public TextAnswer? Answer { get; private init; }

    /// <summary>What it has cost: the moves and the exchanges, with all below them.</summary>
    public Spending Spent { get; private init; }

    /// <summary>How many levels of transcripts there are, this one included.</summary>
    public int Depth => 1 + Exchanges.Select(exchange => exchange.Result.Transcript?.Depth ?? 0).DefaultIfEmpty().Max();

    /// <summary>Whether a question could not be asked for want of budget. From then on the overseer has one move left.</summary>
    public bool IsCutShort => Exchanges.Any(exchange => exchange.WasNotAsked);

    /// <summary>How much of what was asked has its answer; a question that was asked again counts once, with its best reply.</summary>
    public Coverage Coverage => Coverage.Of(BestReplies(Exchanges.AsSpan()));

    /// <summary>Whether some question that was asked has, in the end, a part of an answer only, or none for want of budget.</summary>
    public bool HasGaps =>
        BestReplies(Exchanges.AsSpan()).Any(exchange => exchange.Reply.Status is AnswerStatus.Partial or AnswerStatus.Exhausted);

    /// <summary>
    /// Reads what <see cref="ToJson"/> writes, strictly: names that are not known or are repeated, and anything too large or too deep, are
    /// refused.
    /// </summary>
    /// <param name="json">The text.</param>
    /// <param name="transcript">The transcript; null if there is none.</param>
    /// <param name="problem">What is wrong with the text, in one line; empty if nothing is.</param>
    /// <param name="maxLength">The longest text that is looked at, in characters.</param>
    /// <returns>Whether the text is a transcript.</returns>
    public static bool TryReadJson(
        string json,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out TextTranscript? transcript,
        out string problem,
        int maxLength = TextTranscriptReader.MaxLength) =>
        TextTranscriptReader.TryRead(json, maxLength, out transcript, out problem);

    /// <summary>The transcript with one more exchange; its cost is added.</summary>
    /// <param name="exchange">The exchange.</param>
    public TextTranscript With(TextExchange exchange) => With([exchange]);

    /// <summary>The transcript with more exchanges; their cost is added.</summary>
    /// <param name="exchanges">The exchanges, in the order asked.</param>
    public TextTranscript With(IReadOnlyCollection<TextExchange> exchanges) => this with
    {
        Exchanges = [.. Exchanges, .. exchanges],
        Spent = exchanges.Aggregate(Spent, (sum, exchange) => sum + exchange.Result.Spent),
    };

    /// <summary>The transcript with the cost of a move added.</summary>
    /// <param name="cost">What the move cost.</param>
    public TextTranscript Charged(Spending cost) => this with { Spent = Spent + cost };

    /// <summary>The transcript with its answer.</summary>
    /// <param name="answer">A.</param>
    public TextTranscript Ended(TextAnswer answer) => this with { Answer = answer };

    /// <summary>What an overseer sees: the exchanges without how the assistant came to its answers.</summary>
    public TextTranscript Surface() => this with
    {
        Exchanges = [.. Exchanges.Select(exchange => exchange with { Result = exchange.Result with { Transcript = null } })],
    };

    /// <summary>Writes the tree as JSON.</summary>
    /// <exception cref="InvalidOperationException">The tree has more than <see cref="MaxDepth"/> levels.</exception>
    public string ToJson() => TextTranscriptWriter.Write(this);

    /// <summary>The tree as text to read, children indented; nothing in it controls a terminal.</summary>
    public override string ToString() => TextTranscriptPrinter.Print(this);

    /// <summary>One exchange a question, in the order first asked: the first with a whole answer, or else the last.</summary>
    internal static IReadOnlyCollection<TextExchange> BestReplies(ReadOnlySpan<TextExchange> exchanges)
    {
        var best = new OrderedDictionary<TextQuestion, TextExchange>();
        foreach (TextExchange exchange in exchanges)
        {
            if (!best.TryGetValue(exchange.Asked, out TextExchange? before) || !before.Reply.IsWhole)
                best[exchange.Asked] = exchange;
        }

        return best.Values;
    }

    /// <inheritdoc/>
    public bool Equals(TextTranscript? other) =>
        other is not null && Question == other.Question && Answer == other.Answer && Spent == other.Spent
        && Exchanges.AsSpan().SequenceEqual(other.Exchanges.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Question, Exchanges.Length, Answer, Spent);
}
