using FsCheck;
using FsCheck.Fluent;
using Oversight.Core.Text;

namespace Oversight.Core.Tests.Text;

/// <summary>Generators of what the text plane is made of.</summary>
internal static class Texts
{
    public static Gen<string> Words { get; } = Gen.OneOf(
        Gen.Elements("", "a", "how many?", "two\nlines", "\u001b[2J"),
        Gen.Elements("Zoë \"quotes\" \\ </b>", "\U0001F600", "idk", "A1 forged", "\u202E"),
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""));

    public static Gen<Passage> Passages { get; } =
        from document in Gen.Elements("9f2c", "sha256:00ab", "x")
        from start in Gen.Choose(0, 1000)
        from length in Gen.Choose(0, 1000)
        select new Passage(document, start, start + length);

    public static Gen<TextQuestion> Questions { get; } =
        from words in Words
        from passages in Passages.ArrayOf()
        from language in Gen.Elements(null, "en", "de")
        select new TextQuestion(words, [.. passages], language);

    public static Gen<Quote> Quotes { get; } =
        from words in Words
        from passage in Passages
        select new Quote(words, passage);

    public static Gen<TextAnswer> Answers { get; } =
        from words in Words
        from status in Gen.Elements(Enum.GetValues<AnswerStatus>())
        from quotes in Quotes.ArrayOf()
        from confidence in Gen.Elements<double?>(null, 0, 0.1, 1.0 / 3, 1)
        from covered in Gen.Choose(-1, 5)
        from reason in Gen.Elements(null, "why", "ünïcode")
        select new TextAnswer(words, status, [.. quotes])
        {
            Confidence = confidence,
            Coverage = covered < 0 ? null : new Coverage(covered, 5),
            Reason = reason,
        };

    public static Gen<Spending> Costs { get; } =
        from tokens in Gen.Elements(0L, 1, 7, 1000, long.MaxValue)
        from money in Gen.Elements(0m, 0.000000000001m, 2.5m, Spending.MaxMoney)
        from calls in Gen.Choose(0, 20)
        from ticks in Gen.Elements(0L, 1, 12_345_678, long.MaxValue)
        from people in Gen.Elements(0L, 10_000_000)
        select new Spending
        {
            Tokens = tokens,
            Money = money,
            Calls = calls,
            Time = new TimeSpan(ticks),
            PeopleTime = new TimeSpan(people),
        };

    public static Gen<Budget> Budgets { get; } =
        from tokens in Gen.Elements<long?>(null, 0, 1, 10, 999, long.MaxValue)
        from money in Gen.Elements<decimal?>(null, 0m, 0.000000000001m, 1m, 3.333333333333m, Spending.MaxMoney)
        from calls in Gen.Elements<long?>(null, 0, 1, 5, 30)
        from depth in Gen.Elements<int?>(null, 0, 1, 2, 5, 100)
        from ticks in Gen.Elements<long?>(null, 0, 1, 12_345_678, long.MaxValue)
        from people in Gen.Elements<long?>(null, 0, 10_000_000)
        select Budget.Unlimited with
        {
            Tokens = tokens,
            Money = money,
            Calls = calls,
            Depth = depth,
            Time = ticks is { } t ? new TimeSpan(t) : null,
            PeopleTime = people is { } p ? new TimeSpan(p) : null,
        };

    public static Gen<long[]> Weights { get; } =
        from weights in Gen.Elements(0L, 1, 2, 3, 1000, long.MaxValue).NonEmptyListOf()
        where weights.Any(weight => weight > 0)
        select weights.ToArray();

    public static Gen<TextTranscript> Transcripts { get; } = Gen.Sized(size => TranscriptOf(Math.Min(size, 12)));

    /// <summary>Whether one budget allows nothing that another forbids.</summary>
    public static bool IsWithin(this Budget inner, Budget outer) => inner == inner.Narrow(outer);

    private static Gen<TextTranscript> TranscriptOf(int size) =>
        from question in Questions
        from exchanges in size == 0 ? Gen.Constant(Array.Empty<TextExchange>()) : ExchangeOf(size / 2).ArrayOf(size % 4)
        from answer in Gen.OneOf(Gen.Constant<TextAnswer?>(null), Answers.Select(answer => (TextAnswer?)answer))
        from spent in Costs
        select new TextTranscript(question, [.. exchanges], answer, spent);

    private static Gen<TextExchange> ExchangeOf(int size) =>
        from question in Questions
        from answer in Answers
        from spent in Costs
        from inner in Gen.OneOf(Gen.Constant<TextTranscript?>(null), TranscriptOf(size).Select(inner => (TextTranscript?)inner))
        select new TextExchange(question, new TextResult(answer, spent, inner));
}
