using System.Text;

namespace Oversight.Core.Text;

/// <summary>
/// Prints a tree of transcripts for people. Lines of a text after its first begin with a bar, so that no text looks like another's entry.
/// </summary>
internal sealed class TextTranscriptPrinter
{
    private const string Step = "    ";
    private readonly StringBuilder _text = new();

    public static string Print(TextTranscript transcript)
    {
        var printer = new TextTranscriptPrinter();
        printer.Add(transcript, "", "");
        if (transcript.Spent != Spending.None)
            printer.AddEntry("spent", transcript.Spent.ToString(), "");
        return printer._text.ToString();
    }

    private void Add(TextTranscript transcript, string number, string indent)
    {
        AddQuestion(transcript.Question, number, indent);
        AddExchanges(transcript, number, indent);
        if (transcript.Answer is { } answer)
            AddAnswer(answer, number, indent);
        else
            AddEntry($"A{number}", "(open)", indent);
    }

    private void AddExchanges(TextTranscript transcript, string number, string indent)
    {
        string prefix = number.Length == 0 ? "" : number + ".";
        for (int i = 0; i < transcript.Exchanges.Length; i++)
        {
            TextExchange exchange = transcript.Exchanges[i];
            string child = $"{prefix}{i + 1}";
            AddQuestion(exchange.Asked, child, indent + Step);
            if (exchange.Result.Transcript is { } inner)
                AddExchanges(inner, child, indent + Step);
            AddAnswer(exchange.Reply, child, indent + Step);
        }
    }

    private void AddQuestion(TextQuestion question, string number, string indent)
    {
        string about = question.Passages.IsEmpty ? "" : $" [{string.Join(", ", question.Passages)}]";
        string language = question.Language is { } name ? $" (in {ReadableText.Excerpt(name)})" : "";
        AddEntry($"Q{number}", question.Words, indent, about + language);
    }

    private void AddAnswer(TextAnswer answer, string number, string indent)
    {
        AddEntry($"A{number}", answer.Words, indent, Remarks(answer));
        foreach (Quote quote in answer.Quotes)
            AddEntry($"  from {quote.Passage}:", $"\"{quote.Words}\"", indent);
    }

    private static string Remarks(TextAnswer answer)
    {
        var remarks = new List<string>();
        if (answer.Status != AnswerStatus.Whole)
            remarks.Add(answer.Status.ToString().ToLowerInvariant() + (answer.Reason is { } why ? $": {ReadableText.Line(why)}" : ""));
        if (answer.Coverage is { } coverage)
            remarks.Add($"covers {coverage}");
        if (answer.Confidence is { } confidence)
            remarks.Add($"sure to {confidence:0.##}");
        return remarks.Count == 0 ? "" : $" ({string.Join("; ", remarks)})";
    }

    private void AddEntry(string head, string words, string indent, string remark = "")
    {
        string[] lines = ReadableText.Lines(words);
        for (int i = 0; i < lines.Length; i++)
        {
            string start = i == 0 ? head : new string(' ', head.Length - 1) + "|";
            string end = i == lines.Length - 1 ? remark : "";
            string line = lines[i].Length == 0 ? "" : " " + lines[i];
            _text.Append(indent).Append($"{start}{line}{end}".TrimEnd()).Append('\n');
        }
    }
}
