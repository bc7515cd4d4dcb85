using Oversight.Core;

namespace Oversight.Tasks;

/// <summary>
/// How the N = characters^length elements of a task are written: as <see cref="Length"/> characters, most significant first.
/// </summary>
public sealed class ElementCode
{
    /// <summary>The largest number of elements.</summary>
    public const int MaxCount = 4096;

    private readonly Symbols[] _words;

    /// <summary>A code.</summary>
    /// <param name="characters">How many characters there are.</param>
    /// <param name="length">How many of them name an element.</param>
    /// <param name="firstSymbol">The symbol of character 0; the others follow it.</param>
    public ElementCode(int characters, int length, byte firstSymbol)
    {
        Characters = characters;
        Length = length;
        FirstSymbol = firstSymbol;
        Count = CountOf(characters, length);
        _words = new Symbols[Count];
        Span<byte> word = stackalloc byte[length];
        for (int element = 0; element < Count; element++)
        {
            for (int i = length - 1, rest = element; i >= 0; i--, rest /= characters)
                word[i] = (byte)(firstSymbol + rest % characters);
            _words[element] = new Symbols(word);
        }
    }

    /// <summary>N = characters^length.</summary>
    /// <param name="characters">How many characters there are.</param>
    /// <param name="length">How many of them name an element.</param>
    /// <exception cref="ArgumentException">There would be none or more than <see cref="MaxCount"/>.</exception>
    public static int CountOf(int characters, int length)
    {
        double count = Math.Pow(characters, length);
        if (characters < 1 || length < 1 || count > MaxCount)
            throw new ArgumentException($"{characters} characters, {length} of them an element: this must make 1 to {MaxCount} elements.");
        return (int)count;
    }

    /// <summary>nchars.</summary>
    public int Characters { get; }

    /// <summary>Characters an element.</summary>
    public int Length { get; }

    /// <summary>N, the number of elements.</summary>
    public int Count { get; }

    /// <summary>The symbol of character 0.</summary>
    public byte FirstSymbol { get; }

    /// <summary>How the characters are printed: a, b and so on.</summary>
    public IEnumerable<string> CharacterNames =>
        Enumerable.Range(0, Characters).Select(i => i < 26 ? ((char)('a' + i)).ToString() : $"c{i}");

    /// <summary>The characters of an element.</summary>
    /// <param name="element">From 0 to <see cref="Count"/> - 1.</param>
    public Symbols Encode(int element) => _words[element];

    /// <summary>The element whose characters start at a position, or -1 if one of them is not a character.</summary>
    /// <param name="words">A question, an answer or a fact.</param>
    /// <param name="start">The position of the first character.</param>
    public int Decode(Symbols words, int start)
    {
        int element = 0;
        for (int i = 0; i < Length; i++)
        {
            int character = words[start + i] - FirstSymbol;
            if ((uint)character >= (uint)Characters)
                return -1;
            element = element * Characters + character;
        }

        return element;
    }
}
