using Oversight.Core;
using Oversight.Determinism;

namespace Oversight.Tasks.Patterns;

/// <summary>How patterns are written: a character or the wildcard at each position. A string is a pattern without wildcards.</summary>
public sealed class PatternCode
{
    /// <summary>The symbol that stands for any character.</summary>
    internal const byte Wildcard = 1;

    private const byte FirstCharacter = 2;

    internal PatternCode(int characters, int length)
    {
        if (characters > 10)
            throw new ArgumentException($"Patterns of {characters} characters: characters are digits, so at most 10 are allowed.");
        Strings = new ElementCode(characters, length, FirstCharacter);
    }

    /// <summary>The strings that patterns match.</summary>
    internal ElementCode Strings { get; }

    /// <summary>How many positions a pattern has.</summary>
    public int Length => Strings.Length;

    /// <summary>How many characters there are.</summary>
    public int Characters => Strings.Characters;

    /// <summary>The first symbol that patterns leave free.</summary>
    internal int FirstFreeSymbol => FirstCharacter + Characters;

    /// <summary>The printed names of the blank, the wildcard and the characters.</summary>
    internal IEnumerable<string> SymbolNames =>
        Enumerable.Range(0, Characters).Select(character => character.ToString()).Prepend("*").Prepend("_");

    /// <summary>Whether every position is a character or the wildcard.</summary>
    internal bool IsPattern(Symbols words)
    {
        for (int i = 0; i < Length; i++)
        {
            if (words[i] < Wildcard || words[i] >= FirstFreeSymbol)
                return false;
        }

        return words.Length == Length;
    }

    /// <summary>The position of the first wildcard; -1 if there is none.</summary>
    internal static int FirstWildcard(Symbols words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i] == Wildcard)
                return i;
        }

        return -1;
    }

    internal static int CountWildcards(Symbols words)
    {
        int count = 0;
        for (int i = 0; i < words.Length; i++)
            count += words[i] == Wildcard ? 1 : 0;
        return count;
    }

    /// <summary>The pattern with one position set to a character.</summary>
    internal static Symbols Put(Symbols pattern, int position, int character) => pattern.With(position, (byte)(FirstCharacter + character));

    /// <summary>The character at a position; negative if there is none.</summary>
    internal static int CharacterAt(Symbols words, int position) => words[position] - FirstCharacter;

    /// <summary>Whether a string matches a pattern; a blank matches nothing.</summary>
    internal bool Matches(Symbols pattern, Symbols text)
    {
        for (int i = 0; i < Length; i++)
        {
            if (pattern[i] != Wildcard && pattern[i] != text[i])
                return false;
        }

        return true;
    }

    /// <summary>A uniformly random string with 1 to <see cref="Length"/> of its positions replaced by the wildcard.</summary>
    internal Symbols Draw(RandomStream random)
    {
        Symbols pattern = Strings.Encode(random.Next(Strings.Count));
        Span<int> places = stackalloc int[1 + random.Next(Length)];
        random.Choose(Length, places);
        foreach (int place in places)
            pattern = pattern.With(place, Wildcard);
        return pattern;
    }

    /// <summary>Prints a pattern; what is neither character nor wildcard is a question mark.</summary>
    internal string Format(Symbols words)
    {
        Span<char> text = stackalloc char[Math.Max(Length, words.Length)];
        for (int i = 0; i < text.Length; i++)
        {
            int character = CharacterAt(words, i);
            bool known = i < Length && character >= 0 && character < Characters;
            text[i] = known ? (char)('0' + character) : words[i] == Wildcard && i < Length ? '*' : '?';
        }

        return new string(text);
    }

    /// <summary>The pattern that every string matches.</summary>
    internal Symbols Everything
    {
        get
        {
            Symbols pattern = Symbols.Empty;
            for (int i = 0; i < Length; i++)
                pattern = pattern.With(i, Wildcard);
            return pattern;
        }
    }

    /// <summary>Reads a pattern as a person types it; what is wrong with it is said.</summary>
    internal ParsedQuestion Parse(string text)
    {
        if (TryParse(text, blanks: false, out Symbols pattern))
            return ParsedQuestion.Of(pattern);
        return ParsedQuestion.Wrong(text.Length != Length
            ? $"{ParsedQuestion.Repeat(text)} has {text.Length} places, a pattern has {Length}"
            : $"{ParsedQuestion.Repeat(text)} is no pattern, which is made of the digits 0 to {Characters - 1} and of *");
    }

    /// <summary>Reads a pattern; with <paramref name="blanks"/>, a question mark is a blank.</summary>
    /// <param name="text">The text: digits, * for the wildcard.</param>
    /// <param name="blanks">Whether a question mark is allowed, and read as a blank.</param>
    /// <param name="pattern">The pattern.</param>
    public bool TryParse(string text, bool blanks, out Symbols pattern)
    {
        pattern = default;
        if (text.Length != Length)
            return false;
        Symbols read = Symbols.Empty;
        for (int i = 0; i < Length; i++)
        {
            int character = text[i] - '0';
            if (character >= 0 && character < Characters)
                read = Put(read, i, character);
            else if (text[i] == '*')
                read = read.With(i, Wildcard);
            else if (!blanks || text[i] != '?')
                return false;
        }

        pattern = read;
        return true;
    }
}
