using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Oversight.Core;
using Oversight.Core.Text;

namespace Oversight.Tasks.Text;

/// <summary>
/// The seam between the planes: everything that is said about a task in symbols can be printed and read back. What a task's own grammar has
/// no words for, such as a malformed question, is spelt out symbol by symbol, so that nothing is lost. Thread-safe.
/// </summary>
/// <param name="task">The task.</param>
public sealed partial class TaskGrammar(AlgorithmicTask task)
{
    /// <summary>What an overseer of the task has to know, for whoever writes a prompt or a page.</summary>
    public string Guide =>
        $"""
        {task.Summary}
        Questions: {task.Grammar}
        At most {task.InteractionLength} sub-questions, one at a time. Answer "{task.FormatAnswer(Answer.Unknown)}" if you do not know.
        """;

    /// <summary>Prints a question.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="guess">See <see cref="Question.Guess"/>.</param>
    public string Print(Symbols words, int guess = 0)
    {
        string text = task.FormatQuestion(words);
        if (!task.TryParse(text, out Symbols back) || back != words)
            text = task.Alphabet.Spell(words);
        return guess == 0 ? text : $"{text} [guess {guess}]";
    }

    /// <summary>Reads a question.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Its words.</param>
    /// <param name="guess">See <see cref="Question.Guess"/>.</param>
    /// <returns>Whether the text is a question, if a malformed one.</returns>
    public bool TryReadQuestion(string text, out Symbols words, out int guess)
    {
        (words, guess) = (default, 0);
        if (text.Length > Phrase.MaxLength)
            return false;
        Match match = GuessPattern().Match(text);
        string asked = match.Success ? text[..match.Index] : text;
        if (match.Success)
            guess = int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture);
        return task.TryParse(asked, out words) || task.Alphabet.TryReadSpelling(asked.Trim(), out words);
    }

    /// <summary>Prints an answer; idk is <see cref="AnswerStatus.Unknown"/>, everything else whole.</summary>
    /// <param name="answer">The answer.</param>
    public TextAnswer Print(Answer answer)
    {
        if (answer.IsUnknown)
            return TextAnswer.Unknown;
        string text = task.FormatAnswer(answer);
        return new TextAnswer(task.TryParseAnswer(text, out Answer back) && back == answer ? text : task.Alphabet.Spell(answer.Words));
    }

    /// <summary>Reads an answer. One that is not whole is idk, for symbols have no other word for it.</summary>
    /// <param name="text">The answer in words.</param>
    /// <param name="answer">The answer in symbols; idk where there is none.</param>
    /// <returns>Whether nothing was lost: the answer is whole and can be read, or says idk.</returns>
    public bool TryReadAnswer(TextAnswer text, out Answer answer)
    {
        answer = Answer.Unknown;
        return text.Status == AnswerStatus.Unknown || (text.IsWhole && task.TryParseAnswer(text.Words, out answer));
    }

    /// <summary>Prints a transcript's question and exchanges.</summary>
    /// <param name="question">Q.</param>
    /// <param name="exchanges">The exchanges so far.</param>
    public TextTranscript Print(Question question, ReadOnlySpan<Exchange> exchanges)
    {
        ImmutableArray<TextExchange>.Builder printed = ImmutableArray.CreateBuilder<TextExchange>(exchanges.Length);
        for (int i = 0; i < exchanges.Length; i++)
        {
            int guess = GuessOf(question.Words, exchanges[..i], exchanges[i].Asked);
            printed.Add(new TextExchange(Print(exchanges[i].Asked, guess), Print(exchanges[i].Reply)));
        }

        return new TextTranscript(Print(question.Words, question.Guess), printed.MoveToImmutable());
    }

    /// <summary>
    /// Reads a transcript about given facts. A sub-question that cannot be read becomes the blank one, a sub-answer that cannot be read
    /// idk.
    /// </summary>
    /// <param name="facts">What it is about.</param>
    /// <param name="text">The transcript in words.</param>
    /// <returns>The transcript; null if its question cannot be read.</returns>
    public Transcript? Read(Facts facts, TextTranscript text)
    {
        if (!TryReadQuestion(text.Question.Words, out Symbols words, out int guess))
            return null;
        Answer answer = Answer.Unknown;
        if (text.Answer is { } given)
            TryReadAnswer(given, out answer);
        return new Transcript(new Question(facts, words, guess), [.. text.Exchanges.Select(Read)], answer);
    }

    /// <summary>
    /// Which guess a sub-question asks for: none, unless it is the transcript's own question (see <see cref="Question.Guess"/>).
    /// </summary>
    /// <param name="question">The transcript's question.</param>
    /// <param name="before">The exchanges before it.</param>
    /// <param name="asked">The sub-question.</param>
    internal static int GuessOf(Symbols question, ReadOnlySpan<Exchange> before, Symbols asked)
    {
        if (asked != question)
            return 0;
        int guess = 1;
        foreach (Exchange exchange in before)
        {
            if (exchange.Asked == asked)
                guess++;
        }

        return guess;
    }

    private Exchange Read(TextExchange exchange)
    {
        if (!TryReadQuestion(exchange.Asked.Words, out Symbols asked, out _))
            asked = Symbols.Empty;
        TryReadAnswer(exchange.Reply, out Answer reply);
        return new Exchange(asked, reply);
    }

    [GeneratedRegex(@"\s*\[guess (?<n>[1-9][0-9]{0,2})\]\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex GuessPattern();
}
