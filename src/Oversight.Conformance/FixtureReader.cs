using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Oversight.Core;
using Oversight.Tasks;

namespace Oversight.Conformance;

/// <summary>Reads the reference's recorded behaviour: JSON, one context a line. Tolerates nothing that the format does not allow.</summary>
public static class FixtureReader
{
    /// <summary>The longest line that is read, in characters.</summary>
    public const int LongestLine = 1 << 20;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a file's contexts, one at a time.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <exception cref="FixtureFormatException">A line is not as it should be.</exception>
    public static IEnumerable<FixtureContext> Read(TextReader text, string name)
    {
        int number = 0;
        while (NextLine(text, $"{name} line {++number}") is { } line)
            yield return ReadLine(line, $"{name} line {number}");
    }

    /// <summary>The next line without its end; null at the end of the text. A line that does not end is given up before it fills the memory.</summary>
    private static string? NextLine(TextReader text, string place)
    {
        if (text.Peek() < 0)
            return null;
        var line = new StringBuilder();
        for (int next = text.Read(); next is >= 0 and not '\n'; next = text.Read())
        {
            if (line.Length == LongestLine)
                throw new FixtureFormatException($"{place}: the line is longer than {LongestLine} characters");
            line.Append((char)next);
        }

        return line.ToString();
    }

    private static FixtureContext ReadLine(string line, string place)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(line, Strict);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Looking for names given twice needs the text of names, and an escape sequence that is no character has none.
            throw new FixtureFormatException($"{place}: not JSON: {exception.Message.ReplaceLineEndings(" ")}", exception);
        }

        using (document)
        {
            try
            {
                return ReadContext(new FixtureObject(document.RootElement, place));
            }
            catch (InvalidOperationException exception)
            {
                // An escape sequence that is no character shows only when the text is asked for.
                throw new FixtureFormatException($"{place}: {exception.Message.ReplaceLineEndings(" ")}", exception);
            }
        }
    }

    private static FixtureContext ReadContext(FixtureObject context)
    {
        context.Only("task", "config", "difficulty", "instance", "facts", "questions", "extra");
        context.Number("instance", 0, int.MaxValue);
        string configuration = context.Object("config").Text("name");
        AlgorithmicTask task;
        IFixtureLanguage language;
        try
        {
            task = TaskCatalog.Create(configuration);
            language = FixtureLanguages.Of(task);
        }
        catch (ArgumentException exception)
        {
            throw new FixtureFormatException($"{context.Place}: {exception.Message.ReplaceLineEndings(" ")}", exception);
        }

        CheckConfiguration(context, language);
        Symbols[] facts = [.. context.Objects("facts").Select(language.ReadFact)];
        IEnumerable<FixtureQuestion> top = context.Objects("questions").Select(question => ReadTop(question, language));
        IEnumerable<FixtureQuestion> extra = context.Objects("extra").Select(question => ReadExtra(question, language));
        return new FixtureContext(context.Place, task, ReadDifficulty(context), new Facts(facts), [.. top, .. extra]);
    }

    private static void CheckConfiguration(FixtureObject context, IFixtureLanguage language)
    {
        if (context.Text("task") != language.Task)
            throw context.Bad($"task '{context.Text("task")}' does not go with this configuration, '{language.Task}' does");
        FixtureObject config = context.Object("config");
        config.Only(["name", .. language.Parameters.Keys]);
        foreach ((string name, int? value) in language.Parameters)
        {
            if (config.NumberOrNull(name, int.MinValue, int.MaxValue) != value)
                throw config.Bad($"'{name}' should be {value?.ToString() ?? "null"}");
        }
    }

    private static Difficulty ReadDifficulty(FixtureObject context)
    {
        JsonElement value = context.Value("difficulty");
        if (value.ValueKind == JsonValueKind.Number)
            return new Difficulty(context.Number("difficulty", 0, int.MaxValue - 1));
        string text = context.Text("difficulty");
        return text is "inf" or "capped"
            ? Difficulty.Full
            : throw context.Bad($"'difficulty' should be a number, inf or capped, not {text}");
    }

    private static FixtureQuestion ReadTop(FixtureObject question, IFixtureLanguage language)
    {
        question.Only("q", "truth", "acceptable", "class", "depth", "asked", "answer", "quirk", "wrong");
        question.NumberOrNull("depth", 0, int.MaxValue);
        FixtureTranscript human = ReadTranscript(question, [], question, language);
        IEnumerable<FixtureTranscript> wrong = question.Objects("wrong").Select(transcript => ReadWrong(transcript, language));
        return new FixtureQuestion(
            question.Place,
            "top",
            ReadWords(question, language),
            ReadAnswer(question, "truth", language),
            ReadAcceptable(question, language),
            question.Text("class"),
            IsPrimitive: false,
            human,
            [.. wrong]);
    }

    private static FixtureQuestion ReadExtra(FixtureObject question, IFixtureLanguage language)
    {
        question.Only("tag", "q", "truth", "acceptable", "simple", "class", "human", "quirk");
        string tag = question.Text("tag");
        if (tag is not ("primitive" or "unused" or "malformed"))
            throw question.Bad($"'tag' should be primitive, unused or malformed, not {tag}");
        return new FixtureQuestion(
            question.Place,
            tag,
            ReadWords(question, language),
            ReadAnswer(question, "truth", language),
            ReadAcceptable(question, language),
            question.Has("class") ? question.Text("class") : null,
            question.IsTrue("simple"),
            ReadTranscript(question.Object("human").Only("asked", "answer"), [], question, language),
            []);
    }

    private static FixtureTranscript ReadWrong(FixtureObject transcript, IFixtureLanguage language)
    {
        transcript.Only("changed", "how", "asked", "answer", "quirk");
        int asked = transcript.Elements("asked").Count();
        var changed = ImmutableArray.CreateBuilder<int>();
        foreach (JsonElement place in transcript.Elements("changed"))
        {
            if (place.ValueKind != JsonValueKind.Number || !place.TryGetInt32(out int index) || index < 0 || index >= asked)
                throw transcript.Bad($"'changed' names {place.GetRawText()}, which is no place in 'asked'");
            changed.Add(index);
        }

        if (transcript.Elements("how").Any(how => how.GetRawText() is not ("\"idk\"" or "\"value\"" or "\"kind\"")))
            throw transcript.Bad("'how' should list idk, value or kind only");
        if (transcript.Elements("how").Count() != changed.Count)
            throw transcript.Bad("'how' and 'changed' differ in length");
        return ReadTranscript(transcript, changed.ToImmutable(), transcript, language);
    }

    private static FixtureTranscript ReadTranscript(
        FixtureObject transcript, ImmutableArray<int> changed, FixtureObject quirkHolder, IFixtureLanguage language)
    {
        IEnumerable<Exchange> asked = transcript.Objects("asked").Select(exchange =>
            new Exchange(ReadWords(exchange.Only("q", "a"), language), ReadAnswer(exchange, "a", language)));
        string? quirk = quirkHolder.Has("quirk") ? quirkHolder.Text("quirk") : null;
        return new FixtureTranscript([.. asked], ReadAnswer(transcript, "answer", language), changed, quirk);
    }

    private static Symbols ReadWords(FixtureObject holder, IFixtureLanguage language)
    {
        FixtureObject question = holder.Object("q");
        return question.Kind == "blank" ? Symbols.Empty : language.ReadQuestion(question);
    }

    private static ImmutableArray<Answer> ReadAcceptable(FixtureObject question, IFixtureLanguage language) => question.Has("acceptable")
        ? [.. question.Elements("acceptable").Select(answer => ReadAnswer(answer, $"{question.Place} acceptable", language))]
        : [ReadAnswer(question, "truth", language)];

    private static Answer ReadAnswer(FixtureObject holder, string name, IFixtureLanguage language) =>
        ReadAnswer(holder.Value(name), $"{holder.Place} {name}", language);

    private static Answer ReadAnswer(JsonElement answer, string place, IFixtureLanguage language) =>
        answer.ValueKind == JsonValueKind.String && answer.ValueEquals("idk")
            ? Answer.Unknown
            : language.ReadAnswer(new FixtureObject(answer, place));
}
