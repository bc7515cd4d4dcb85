using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Oversight.Core.Text;

/// <summary>Reads a tree of transcripts from JSON, strictly: the file may come from anywhere.</summary>
internal static class TextTranscriptReader
{
    /// <summary>The longest text that is looked at unless the caller says otherwise.</summary>
    public const int MaxLength = 1 << 26;

    /// <summary>A level of transcripts lies three levels of JSON deep; a quote in its answer three more.</summary>
    private const int MaxJsonDepth = 3 * TextTranscript.MaxDepth + 8;

    public static bool TryRead(string json, int maxLength, [NotNullWhen(true)] out TextTranscript? transcript, out string problem)
    {
        ArgumentNullException.ThrowIfNull(json);
        transcript = null;
        problem = "";
        if (json.Length > maxLength)
        {
            problem = $"The text has {json.Length} characters; at most {maxLength} are read.";
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxJsonDepth });
            transcript = ReadFile(document.RootElement);
            return true;
        }
        catch (JsonException refusal)
        {
            problem = ReadableText.Excerpt(refusal.Message, 300);
            return false;
        }
    }

    private static TextTranscript ReadFile(JsonElement element)
    {
        var file = StrictObject.Read(element, "the file", "format", "version", "transcript");
        string format = file.String("format");
        if (format != TextTranscriptWriter.Format)
            throw new JsonException($"The format is '{ReadableText.Excerpt(format)}'; '{TextTranscriptWriter.Format}' is expected.");
        long version = file.Whole("version");
        if (version != TextTranscriptWriter.Version)
            throw new JsonException($"The version is {version}; {TextTranscriptWriter.Version} is expected.");
        return ReadTranscript(file.Required("transcript"), 1);
    }

    private static TextTranscript ReadTranscript(JsonElement element, int level)
    {
        if (level > TextTranscript.MaxDepth)
            throw new JsonException($"The tree has more than {TextTranscript.MaxDepth} levels of transcripts.");
        var read = StrictObject.Read(element, "a transcript", "question", "exchanges", "answer", "spent");
        return new TextTranscript(
            ReadQuestion(read.Required("question")),
            read.Array("exchanges", exchange => ReadExchange(exchange, level)),
            read.Optional("answer") is { } answer ? ReadAnswer(answer) : null,
            ReadSpending(read.Optional("spent")));
    }

    private static TextExchange ReadExchange(JsonElement element, int level)
    {
        var read = StrictObject.Read(element, "an exchange", "asked", "reply", "spent", "transcript");
        TextTranscript? inner = read.Optional("transcript") is { } below ? ReadTranscript(below, level + 1) : null;
        var result = new TextResult(ReadAnswer(read.Required("reply")), ReadSpending(read.Optional("spent")), inner);
        return new TextExchange(ReadQuestion(read.Required("asked")), result);
    }

    private static TextQuestion ReadQuestion(JsonElement element)
    {
        var read = StrictObject.Read(element, "a question", "words", "passages", "language");
        return new TextQuestion(
            read.String("words"),
            read.Array("passages", passage => ReadPassage(StrictObject.Read(passage, "a passage", "document", "from", "to"))),
            read.OptionalString("language"));
    }

    private static TextAnswer ReadAnswer(JsonElement element)
    {
        var read = StrictObject.Read(element, "an answer", "words", "status", "reason", "quotes", "confidence", "coverage");
        string name = read.String("status");
        if (!StatusNames.TryRead(name, out AnswerStatus? status))
            throw new JsonException($"'{ReadableText.Excerpt(name)}' is no status of an answer; there are {StatusNames.Choices}.");
        return new TextAnswer(read.String("words"), status.Value, read.Array("quotes", ReadQuote))
        {
            Reason = read.OptionalString("reason"),
            Confidence = read.OptionalShare("confidence"),
            Coverage = read.Optional("coverage") is { } coverage ? ReadCoverage(coverage) : null,
        };
    }

    private static Quote ReadQuote(JsonElement element)
    {
        var read = StrictObject.Read(element, "a quote", "words", "document", "from", "to");
        return new Quote(read.String("words"), ReadPassage(read));
    }

    private static Passage ReadPassage(StrictObject read)
    {
        string document = read.String("document");
        long from = read.Whole("from");
        long to = read.Whole("to");
        return Passage.Problem(document, from, to) is { } problem ? throw new JsonException(problem) : new Passage(document, from, to);
    }

    private static Coverage ReadCoverage(JsonElement element)
    {
        var read = StrictObject.Read(element, "a coverage", "covered", "total");
        long covered = read.Whole("covered");
        long total = read.Whole("total");
        return covered <= total ? new Coverage(covered, total) : throw new JsonException($"A coverage of {covered} of {total} cannot be.");
    }

    private static Spending ReadSpending(JsonElement? element)
    {
        if (element is null)
            return Spending.None;
        var read = StrictObject.Read(element.Value, "what was spent", "tokens", "money", "calls", "time", "people");
        return new Spending
        {
            Tokens = read.Optional("tokens") is null ? 0 : read.Whole("tokens"),
            Money = read.Amount("money", Spending.MaxMoney, Spending.MoneyDecimals),
            Calls = read.Optional("calls") is null ? 0 : read.Whole("calls"),
            Time = ReadTime(read, "time"),
            PeopleTime = ReadTime(read, "people"),
        };
    }

    private static TimeSpan ReadTime(StrictObject read, string name)
    {
        const decimal MaxSeconds = (decimal)long.MaxValue / TimeSpan.TicksPerSecond;
        return new TimeSpan((long)(read.Amount(name, MaxSeconds, decimals: 7) * TimeSpan.TicksPerSecond));
    }
}
