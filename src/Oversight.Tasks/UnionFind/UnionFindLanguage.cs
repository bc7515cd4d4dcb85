using System.Collections.Immutable;
using Oversight.Core;

namespace Oversight.Tasks.UnionFind;

/// <summary>
/// The symbols of union find. A question is its kind and the characters of x; whether x = y is a fact is asked by the characters of x and
/// y alone. A fact is the characters of x, then those of y or the symbol of a value.
/// </summary>
public sealed class UnionFindLanguage
{
    private const byte YesSymbol = 6;
    private const byte FirstValue = 7;
    private static readonly ImmutableArray<string> Kinds = ["equal", "value", "parent", "depth", "simple-value", "neighbor"];

    internal UnionFindLanguage(int characters, int length, int count)
    {
        int values = ValueCountOf(count);
        Values = new NumberCode(0, values - 1, FirstValue);
        Depths = new NumberCode(0, count - values, FirstValue + values);
        Variables = new ElementCode(characters, length, (byte)(FirstValue + values + Depths.Count));
        ImmutableArray<string>.Builder names = ImmutableArray.CreateBuilder<string>();
        names.Add("_");
        names.AddRange(Kinds.AsSpan()[1..]);
        names.Add("yes");
        names.AddRange(Enumerable.Range(0, values).Select(value => $"v{value}"));
        names.AddRange(Enumerable.Range(0, Depths.Count).Select(depth => depth.ToString()));
        names.AddRange(Variables.CharacterNames);
        Alphabet = new Alphabet(names.ToImmutable());
    }

    /// <summary>There is such a fact.</summary>
    public static Answer Yes => new(Symbols.Of(YesSymbol));

    /// <summary>The variables.</summary>
    public ElementCode Variables { get; }

    /// <summary>The values that variables may have.</summary>
    public NumberCode Values { get; }

    /// <summary>0 to M, the depths that can be told apart.</summary>
    public NumberCode Depths { get; }

    internal Alphabet Alphabet { get; }

    internal static int ValueCountOf(int count) => (int)Math.Sqrt(count);

    internal static int SymbolCountOf(int characters, int count) => FirstValue + count + 1 + characters;

    /// <summary>A question of any kind but <see cref="UnionFindQuestion.Equal"/>.</summary>
    /// <param name="kind">What is asked.</param>
    /// <param name="x">The characters of the variable; blank for a malformed question.</param>
    public static Symbols Ask(UnionFindQuestion kind, Symbols x) => Symbols.Of((byte)kind).Join(1, x);

    internal Symbols Ask(UnionFindQuestion kind, int x) => Ask(kind, Variables.Encode(x));

    /// <summary>The question whether x = y is a fact, and that fact too.</summary>
    /// <param name="x">One variable.</param>
    /// <param name="y">The other.</param>
    public Symbols Equal(int x, int y) => Variables.Encode(x).Join(Variables.Length, Variables.Encode(y));

    /// <summary>The fact that a variable has a value.</summary>
    /// <param name="x">The variable.</param>
    /// <param name="value">Its value.</param>
    public Symbols ValueFact(int x, int value) => Variables.Encode(x).With(Variables.Length, Values.Encode(value));

    /// <summary>A variable as an answer.</summary>
    /// <param name="x">The variable.</param>
    public Answer Variable(int x) => new(Variables.Encode(x));

    /// <summary>A value as an answer.</summary>
    /// <param name="value">The value.</param>
    public Answer Value(int value) => new(Symbols.Of(Values.Encode(value)));

    /// <summary>A depth as an answer; the deepest that can be told apart for one beyond.</summary>
    /// <param name="depth">The depth.</param>
    public Answer Depth(int depth) => new(Symbols.Of(Depths.Encode(Depths.Fit(depth))));

    internal bool IsVariable(Answer reply, out int variable)
    {
        variable = Variables.Decode(reply.Words, 0);
        return variable >= 0;
    }

    internal bool IsValue(Answer reply) => Values.TryDecode(reply.Words[0], out _);

    internal bool IsDepth(Answer reply, out int depth) => Depths.TryDecode(reply.Words[0], out depth);

    internal static bool IsYes(Answer reply) => reply.Words[0] == YesSymbol;

    internal bool IsPrimitive(Symbols words) =>
        words[0] is (byte)UnionFindQuestion.SimpleValue or (byte)UnionFindQuestion.Neighbor || Variables.Decode(words, 0) >= 0;

    /// <summary>Reads a question; false if it is malformed. But for <see cref="UnionFindQuestion.Equal"/>, y is -1.</summary>
    internal bool TryRead(Symbols words, out UnionFindQuestion kind, out int x, out int y)
    {
        y = -1;
        x = Variables.Decode(words, 0);
        kind = x >= 0 ? UnionFindQuestion.Equal : (UnionFindQuestion)words[0];
        if (kind == UnionFindQuestion.Equal)
        {
            y = Variables.Decode(words, Variables.Length);
            return x >= 0 && y >= 0 && words.Length <= 2 * Variables.Length;
        }

        x = Variables.Decode(words, 1);
        return kind <= UnionFindQuestion.Neighbor && x >= 0 && words.Length <= 1 + Variables.Length;
    }

    /// <summary>Reads a fact: x = y, or the value of x, and y is -1; false if it is neither.</summary>
    internal bool TryReadFact(Symbols fact, out int x, out int y, out int value)
    {
        x = Variables.Decode(fact, 0);
        y = Variables.Decode(fact, Variables.Length);
        bool hasValue = Values.TryDecode(fact[Variables.Length], out value) && fact.Length == Variables.Length + 1;
        return x >= 0 && (hasValue || (y >= 0 && fact.Length <= 2 * Variables.Length));
    }

    internal string FormatQuestion(Symbols words)
    {
        if (words.IsEmpty)
            return "(blank)";
        if (!TryRead(words, out UnionFindQuestion kind, out int x, out int y))
            return Alphabet.Spell(words);
        return y < 0 ? $"{Kinds[(int)kind]}(x{x})" : $"equal(x{x}, x{y})";
    }

    internal string FormatAnswer(Answer answer)
    {
        Symbols words = answer.Words;
        if (words.IsEmpty)
            return "idk";
        if (IsVariable(answer, out int variable) && words.Length <= Variables.Length)
            return $"x{variable}";
        if (words.Length > 1)
            return Alphabet.Spell(words);
        if (Values.TryDecode(words[0], out int value))
            return $"value {value}";
        if (IsDepth(answer, out int depth))
            return $"depth {depth}";
        return IsYes(answer) ? "yes" : Alphabet.Spell(words);
    }

    internal string FormatFact(Symbols fact)
    {
        if (!TryReadFact(fact, out int x, out int y, out int value))
            return Alphabet.Spell(fact);
        return y < 0 ? $"x{x} has value {value}" : $"x{x} = x{y}";
    }

    internal ParsedQuestion Parse(string text)
    {
        if ((EqualityIn(text) ?? Phrase.Parse(text) ?? ValueIn(text)) is not { } phrase)
            return ParsedQuestion.None;
        int kind = Kinds.IndexOf(phrase.Name);
        if (kind < 0)
            return ParsedQuestion.None;
        if (phrase.ProblemOf(kind == (int)UnionFindQuestion.Equal ? 2 : 1, "x", Variables.Count, "variables") is { } problem)
            return ParsedQuestion.Wrong(problem);
        int x = phrase.Number(0, "x", Variables.Count);
        return ParsedQuestion.Of(kind == (int)UnionFindQuestion.Equal
            ? Equal(x, phrase.Number(1, "x", Variables.Count))
            : Ask((UnionFindQuestion)kind, x));
    }

    /// <summary>A fact, <c>x3 = x5</c>, is asked for as <c>equal(x3, x5)</c>; null if it is none.</summary>
    private static Phrase? EqualityIn(string text)
    {
        string[] sides = text.Length > Phrase.MaxLength ? [] : [.. text.Split('=').Select(side => side.Trim())];
        bool isEquality = sides.Length == 2 && sides.All(side => side.StartsWith('x'));
        return isEquality ? new Phrase(Kinds[(int)UnionFindQuestion.Equal], [.. sides]) : null;
    }

    /// <summary>A fact, <c>x3 has value 2</c>, is asked for as <c>value(x3)</c>; null if it is none.</summary>
    private static Phrase? ValueIn(string text) =>
        Phrase.NameIn(text) is ['x', ..] name ? new Phrase(Kinds[(int)UnionFindQuestion.Value], [name]) : null;
}
