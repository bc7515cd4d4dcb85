using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Oversight.Core.Text;

/// <summary>Writes a tree of transcripts as JSON. What says nothing (no passages, no cost) is left out.</summary>
internal static class TextTranscriptWriter
{
    public const string Format = "oversight-text-transcript";
    public const int Version = 1;

    public static string Write(TextTranscript transcript)
    {
        if (transcript.Depth > TextTranscript.MaxDepth)
        {
            throw new InvalidOperationException(
                $"The tree has {transcript.Depth} levels of transcripts; at most {TextTranscript.MaxDepth} can be written.");
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteNumber("version", Version);
            Write(json, "transcript", transcript);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, string name, TextTranscript transcript)
    {
        json.WriteStartObject(name);
        Write(json, "question", transcript.Question);
        if (!transcript.Exchanges.IsEmpty)
        {
            json.WriteStartArray("exchanges");
            foreach (TextExchange exchange in transcript.Exchanges)
                Write(json, exchange);
            json.WriteEndArray();
        }

        if (transcript.Answer is { } answer)
            Write(json, "answer", answer);
        Write(json, transcript.Spent);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TextExchange exchange)
    {
        json.WriteStartObject();
        Write(json, "asked", exchange.Asked);
        Write(json, "reply", exchange.Reply);
        Write(json, exchange.Result.Spent);
        if (exchange.Result.Transcript is { } inner)
            Write(json, "transcript", inner);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, TextQuestion question)
    {
        json.WriteStartObject(name);
        json.WriteString("words", question.Words);
        if (!question.Passages.IsEmpty)
        {
            json.WriteStartArray("passages");
            foreach (Passage passage in question.Passages)
            {
                json.WriteStartObject();
                WriteMembers(json, passage);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (question.Language is { } language)
            json.WriteString("language", language);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, TextAnswer answer)
    {
        json.WriteStartObject(name);
        json.WriteString("words", answer.Words);
        json.WriteString("status", StatusNames.Of(answer.Status));
        if (answer.Reason is { } reason)
            json.WriteString("reason", reason);
        if (!answer.Quotes.IsEmpty)
            Write(json, answer.Quotes.AsSpan());
        if (answer.Confidence is { } confidence)
            json.WriteNumber("confidence", confidence);
        if (answer.Coverage is { } coverage)
        {
            json.WriteStartObject("coverage");
            json.WriteNumber("covered", coverage.Covered);
            json.WriteNumber("total", coverage.Total);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<Quote> quotes)
    {
        json.WriteStartArray("quotes");
        foreach (Quote quote in quotes)
        {
            json.WriteStartObject();
            json.WriteString("words", quote.Words);
            WriteMembers(json, quote.Passage);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMembers(Utf8JsonWriter json, Passage passage)
    {
        json.WriteString("document", passage.Document);
        json.WriteNumber("from", passage.From);
        json.WriteNumber("to", passage.To);
    }

    private static void Write(Utf8JsonWriter json, Spending spent)
    {
        if (spent == Spending.None)
            return;
        json.WriteStartObject("spent");
        WriteAmount(json, "tokens", spent.Tokens);
        WriteAmount(json, "money", spent.Money);
        WriteAmount(json, "calls", spent.Calls);
        WriteAmount(json, "time", (decimal)spent.Time.Ticks / TimeSpan.TicksPerSecond);
        WriteAmount(json, "people", (decimal)spent.PeopleTime.Ticks / TimeSpan.TicksPerSecond);
        json.WriteEndObject();
    }

    private static void WriteAmount(Utf8JsonWriter json, string name, decimal amount)
    {
        if (amount != 0)
            json.WriteNumber(name, amount);
    }
}
