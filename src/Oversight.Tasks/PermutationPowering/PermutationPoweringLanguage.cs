using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Oversight.Core;

namespace Oversight.Tasks.PermutationPowering;

/// <summary>
/// The symbols of permutation powering. A question is the characters of x, then the exponent's bits, most significant first; a fact is
/// the characters of x, then those of sigma(x).
/// </summary>
public sealed partial class PermutationPoweringLanguage
{
    /// <summary>The symbol of character 0; the zero and one bits stand before it.</summary>
    internal const byte FirstCharacter = 3;

    private const byte Zero = 1;
    private const byte One = 2;

    internal PermutationPoweringLanguage(ElementCode elements, int exponentBits)
    {
        Elements = elements;
        ExponentBits = exponentBits;
        ImmutableArray<string>.Builder names = ImmutableArray.CreateBuilder<string>();
        names.AddRange("_", "0", "1");
        names.AddRange(elements.CharacterNames);
        Alphabet = new Alphabet(names.ToImmutable());
    }

    /// <summary>The elements of the permutation.</summary>
    public ElementCode Elements { get; }

    /// <summary>How many bits an exponent has.</summary>
    public int ExponentBits { get; }

    internal Alphabet Alphabet { get; }

    internal Symbols Power(int element, int exponent) => Power(Elements.Encode(element), exponent);

    /// <summary>The question sigma^n(x).</summary>
    /// <param name="element">The characters of x; blank for a malformed question.</param>
    /// <param name="exponent">n.</param>
    public Symbols Power(Symbols element, int exponent)
    {
        for (int i = 0; i < ExponentBits; i++)
        {
            bool set = (exponent >> (ExponentBits - 1 - i) & 1) != 0;
            element = element.With(Elements.Length + i, set ? One : Zero);
        }

        return element;
    }

    /// <summary>The fact sigma(x) = y.</summary>
    /// <param name="source">x.</param>
    /// <param name="target">y.</param>
    public Symbols Fact(int source, int target) => Elements.Encode(source).Join(Elements.Length, Elements.Encode(target));

    internal bool IsFact(Symbols words) => words.Length <= 2 * Elements.Length && Source(words) >= 0 && Target(words) >= 0;

    internal int Source(Symbols fact) => Elements.Decode(fact, 0);

    internal int Target(Symbols fact) => Elements.Decode(fact, Elements.Length);

    /// <summary>sigma(x) by looking through the facts, or -1 if x is not a used element.</summary>
    internal int Image(Facts facts, int element)
    {
        foreach (Symbols fact in facts.Statements)
        {
            if (Source(fact) == element)
                return Target(fact);
        }

        return -1;
    }

    /// <summary>Reads sigma^n(x); false if x is no element or a position of n is no bit.</summary>
    internal bool TryRead(Symbols words, out int element, out int exponent)
    {
        element = Elements.Decode(words, 0);
        exponent = 0;
        if (element < 0 || words.Length > Elements.Length + ExponentBits)
            return false;
        for (int i = 0; i < ExponentBits; i++)
        {
            byte bit = words[Elements.Length + i];
            if (bit is not (Zero or One))
                return false;
            exponent = exponent << 1 | bit - Zero;
        }

        return true;
    }

    /// <summary>
    /// Exponent 0 or 1, whatever x looks like: all bits but the last are zero bits. What stands in the last place does not matter.
    /// </summary>
    internal bool IsPrimitive(Symbols words)
    {
        for (int i = 0; i < ExponentBits - 1; i++)
        {
            if (words[Elements.Length + i] != Zero)
                return false;
        }

        return true;
    }

    internal int BitLength(Symbols words) =>
        TryRead(words, out _, out int exponent) ? 32 - BitOperations.LeadingZeroCount((uint)exponent) : 0;

    internal string FormatElement(Symbols words)
    {
        if (words.IsEmpty)
            return "idk";
        int element = Elements.Decode(words, 0);
        return element < 0 || words.Length > Elements.Length ? Alphabet.Spell(words) : element.ToString();
    }

    internal string FormatQuestion(Symbols words)
    {
        if (words.IsEmpty)
            return "(blank)";
        return TryRead(words, out int element, out int exponent) ? $"sigma^{exponent}({element})" : Alphabet.Spell(words);
    }

    internal ParsedQuestion Parse(string text)
    {
        Match match = text.Length > Phrase.MaxLength ? Match.Empty : QuestionPattern().Match(text);
        if (!match.Success)
            return ParsedQuestion.None;
        string power = match.Groups["n"].Success ? match.Groups["n"].Value : "1";
        if (!TryParse(match.Groups["x"].Value, Elements.Count, out int element))
            return ParsedQuestion.Wrong(Phrase.OutOfRange(match.Groups["x"].Value, "", Elements.Count, "elements"));
        return TryParse(power, 1 << ExponentBits, out int exponent)
            ? ParsedQuestion.Of(Power(element, exponent))
            : ParsedQuestion.Wrong(Phrase.OutOfRange(power, "", 1 << ExponentBits, "exponents"));
    }

    private static bool TryParse(string digits, int limit, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < limit;

    [GeneratedRegex(@"^\s*(?:sigma|σ)\s*(\^\s*(?<n>-?[0-9]+)\s*)?\(\s*(?<x>-?[0-9]+)\s*\)\s*(=[^=]*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex QuestionPattern();
}
