using Oversight.Core;

namespace Oversight.Tasks;

/// <summary>What a text came to that was read as a question: its words, or why it has none.</summary>
public readonly record struct ParsedQuestion
{
    private const int MostRepeated = 40;

    private ParsedQuestion(Symbols words, bool isQuestion, string? problem) => (Words, IsQuestion, Problem) = (words, isQuestion, problem);

    /// <summary>A text that is no question of the task at all.</summary>
    public static ParsedQuestion None => default;

    /// <summary>The question's words; blank where there is no question.</summary>
    public Symbols Words { get; }

    /// <summary>Whether the text is a question.</summary>
    public bool IsQuestion { get; }

    /// <summary>
    /// What is wrong with a text that fits the grammar but asks about what the task does not have: what was given, and the range. One
    /// line. Null for a question, and for a text
    /// that does not fit the grammar.
    /// </summary>
    public string? Problem { get; }

    /// <summary>A question.</summary>
    /// <param name="words">Its words.</param>
    public static ParsedQuestion Of(Symbols words) => new(words, true, null);

    /// <summary>A text that fits the grammar but is out of range.</summary>
    /// <param name="problem">What was given and what is allowed, one line.</param>
    public static ParsedQuestion Wrong(string problem) => new(default, false, problem);

    /// <summary>What was given, as it is repeated in a problem: one line of no great length.</summary>
    /// <param name="given">As typed.</param>
    internal static string Repeat(string given)
    {
        string line = new([.. given.Select(symbol => char.IsControl(symbol) ? ' ' : symbol)]);
        return line.Length <= MostRepeated ? $"'{line}'" : $"'{line[..MostRepeated]}...'";
    }
}
