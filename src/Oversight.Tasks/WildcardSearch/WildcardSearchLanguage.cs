using Oversight.Core;
using Oversight.Tasks.Patterns;

namespace Oversight.Tasks.WildcardSearch;

/// <summary>The symbols of wildcard search. A question is a pattern; a fact is a string, then the symbol of its value.</summary>
public sealed class WildcardSearchLanguage
{
    internal WildcardSearchLanguage(int characters, int length, int? modulus)
    {
        Patterns = new PatternCode(characters, length);
        int bound = Patterns.Strings.Count / characters;
        Numbers = modulus is { } m
            ? new NumberCode(0, m - 1, Patterns.FirstFreeSymbol, wraps: true)
            : new NumberCode(-bound, bound, Patterns.FirstFreeSymbol);
        Alphabet = new Alphabet([.. Patterns.SymbolNames, .. Numbers.Names]);
    }

    /// <summary>How patterns and strings are written.</summary>
    public PatternCode Patterns { get; }

    /// <summary>-C to C, or 0 to the modulus less one.</summary>
    public NumberCode Numbers { get; }

    internal Alphabet Alphabet { get; }

    /// <summary>The fact that gives a string its value.</summary>
    /// <param name="text">The string.</param>
    /// <param name="value">Its value.</param>
    public Symbols Fact(Symbols text, int value) => text.With(Patterns.Length, Numbers.Encode(value));

    internal Symbols Text(Symbols fact) => fact.Slice(0, Patterns.Length);

    internal bool TryReadFact(Symbols fact, out int value) =>
        Numbers.TryDecode(fact[Patterns.Length], out value) && fact.Length == Patterns.Length + 1 && Patterns.Strings.Decode(fact, 0) >= 0;

    /// <summary>A sum as an answer.</summary>
    /// <param name="number">The sum.</param>
    public Answer Number(int number) => new(Symbols.Of(Numbers.Encode(number)));

    /// <summary>Whether an answer is a number and says nothing beside it.</summary>
    public bool IsNumberAlone(Answer answer, out int number) => Numbers.TryDecode(answer.Words[0], out number) && answer == Number(number);

    /// <summary>The sum over the facts whose strings match; malformed patterns match nothing.</summary>
    internal Answer Sum(Facts facts, Symbols pattern)
    {
        int sum = 0;
        if (Patterns.IsPattern(pattern))
        {
            foreach (Symbols fact in facts.Statements)
            {
                if (Patterns.Matches(pattern, fact) && Numbers.TryDecode(fact[Patterns.Length], out int value))
                    sum += value;
            }
        }

        return Number(Numbers.Fit(sum));
    }

    internal string FormatQuestion(Symbols words) => words.IsEmpty ? "(blank)" : $"sum({Patterns.Format(words)})";

    internal string FormatAnswer(Answer answer)
    {
        if (answer.IsUnknown)
            return "idk";
        bool isNumber = answer.Words.Length == 1 && Numbers.TryDecode(answer.Words[0], out int _);
        return isNumber ? Alphabet.Names[answer.Words[0]][1..] : Alphabet.Spell(answer.Words);
    }

    internal string FormatFact(Symbols fact) =>
        TryReadFact(fact, out int value) ? $"{Patterns.Format(Text(fact))} has value {value}" : Alphabet.Spell(fact);

    internal ParsedQuestion Parse(string text)
    {
        string? pattern = Phrase.Parse(text) is { Name: "sum", Arguments: [string typed] } ? typed : Phrase.NameIn(text);
        return pattern is null || pattern.StartsWith('x') ? ParsedQuestion.None : Patterns.Parse(pattern);
    }
}
