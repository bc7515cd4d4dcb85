using System.Collections.Immutable;
using Oversight.Core;

namespace Oversight.Tasks;

/// <summary>The symbols of a task with their printed names; symbol 0 is the blank.</summary>
/// <param name="Names">One short name a symbol.</param>
public sealed record Alphabet(ImmutableArray<string> Names)
{
    /// <summary>How many symbols there are, the blank included (V).</summary>
    public int Size => Names.Length;

    /// <summary>Prints, between question marks, a sequence that means nothing: the names of its symbols.</summary>
    /// <param name="words">The sequence.</param>
    public string Spell(Symbols words)
    {
        string[] names = new string[words.Length];
        for (int i = 0; i < names.Length; i++)
            names[i] = words[i] < Size ? Names[words[i]] : "!";
        return $"?{string.Join(' ', names)}?";
    }

    /// <summary>Reads what <see cref="Spell"/> prints.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The sequence.</param>
    /// <returns>Whether the text is a sequence of this alphabet's symbols between question marks.</returns>
    public bool TryReadSpelling(string text, out Symbols words)
    {
        words = default;
        if (text.Length < 2 || text[0] != '?' || text[^1] != '?')
            return false;
        string[] names = text[1..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (names.Length > Symbols.MaxLength)
            return false;
        Symbols read = default;
        for (int i = 0; i < names.Length; i++)
        {
            int symbol = Names.IndexOf(names[i]);
            if (symbol < 0)
                return false;
            read = read.With(i, (byte)symbol);
        }

        words = read;
        return true;
    }
}
