using System.Collections.Immutable;
using Oversight.Core;

namespace Oversight.Tasks.SequentialAssignments;

/// <summary>
/// The symbols of sequential assignments. A question is its kind and the characters of x, or two values; a fact has three places of a
/// variable's length: x, y, z for x := f(y, z); x and a value; or a, b, c for f(a, b) = c.
/// </summary>
public sealed class SequentialAssignmentsLanguage
{
    private const byte FirstValue = 4;
    private static readonly ImmutableArray<string> Kinds = ["f", "value", "first", "second"];

    private SequentialAssignmentsLanguage(int characters, int length, NumberCode values, bool hasTable)
    {
        Values = values;
        HasTable = hasTable;
        Variables = new ElementCode(characters, length, (byte)(FirstValue + values.Count));
        Alphabet = new Alphabet(["_", .. Kinds.AsSpan()[1..], .. values.Names, .. Variables.CharacterNames]);
    }

    /// <summary>The variables.</summary>
    public ElementCode Variables { get; }

    /// <summary>The values of variables.</summary>
    public NumberCode Values { get; }

    /// <summary>Whether f is a table among the facts; otherwise it is addition.</summary>
    public bool HasTable { get; }

    internal Alphabet Alphabet { get; }

    /// <summary>Values are abstract and f is a table.</summary>
    internal static SequentialAssignmentsLanguage WithTable(int characters, int length) =>
        new(characters, length, new NumberCode(0, RootOf(characters, length) - 1, FirstValue), hasTable: true);

    /// <summary>Values are numbers modulo m, and f is addition.</summary>
    internal static SequentialAssignmentsLanguage Modulo(int characters, int length, int modulus) =>
        new(characters, length, new NumberCode(0, modulus - 1, FirstValue, wraps: true), hasTable: false);

    /// <summary>Values are numbers clamped to -C to C at every addition.</summary>
    internal static SequentialAssignmentsLanguage Clamped(int characters, int length)
    {
        int bound = 2 * RootOf(characters, length);
        return new(characters, length, new NumberCode(-bound, bound, FirstValue), hasTable: false);
    }

    /// <summary>A question of any kind but <see cref="SequentialAssignmentsQuestion.Apply"/>.</summary>
    /// <param name="kind">What is asked.</param>
    /// <param name="x">The characters of the variable; blank for a malformed question.</param>
    public static Symbols Ask(SequentialAssignmentsQuestion kind, Symbols x) => Symbols.Of((byte)kind).Join(1, x);

    internal static bool IsKind(Symbols words, SequentialAssignmentsQuestion kind) => words[0] == (byte)kind;

    /// <summary>The same question with another kind; what it is about is not looked at.</summary>
    internal static Symbols Instead(Symbols words, SequentialAssignmentsQuestion kind) => words.With(0, (byte)kind);

    internal Symbols ValueOf(int x) => Ask(SequentialAssignmentsQuestion.Value, Variables.Encode(x));

    internal Symbols Apply(int a, int b) => Symbols.Of(Values.Encode(a)).With(1, Values.Encode(b));

    /// <summary>The fact x := value.</summary>
    /// <param name="x">The variable.</param>
    /// <param name="value">The value.</param>
    public Symbols ConstantFact(int x, int value) => Variables.Encode(x).With(Variables.Length, Values.Encode(value));

    /// <summary>The fact x := f(y, z).</summary>
    /// <param name="x">The variable.</param>
    /// <param name="y">The first operand.</param>
    /// <param name="z">The second operand.</param>
    public Symbols ApplicationFact(int x, int y, int z) =>
        Variables.Encode(x).Join(Variables.Length, Variables.Encode(y)).Join(2 * Variables.Length, Variables.Encode(z));

    /// <summary>The fact f(a, b) = value.</summary>
    /// <param name="a">The first operand.</param>
    /// <param name="b">The second operand.</param>
    /// <param name="value">What f makes of them.</param>
    public Symbols EntryFact(int a, int b, int value) =>
        Symbols.Of(Values.Encode(a)).With(Variables.Length, Values.Encode(b)).With(2 * Variables.Length, Values.Encode(value));

    /// <summary>A variable as an answer.</summary>
    /// <param name="x">The variable.</param>
    public Answer Variable(int x) => new(Variables.Encode(x));

    /// <summary>A value as an answer.</summary>
    /// <param name="value">The value.</param>
    public Answer Value(int value) => new(Symbols.Of(Values.Encode(value)));

    internal bool IsVariable(Answer reply, out int variable)
    {
        variable = Variables.Decode(reply.Words, 0);
        return variable >= 0;
    }

    internal bool IsValue(Answer reply, out int value) => Values.TryDecode(reply.Words[0], out value);

    internal bool IsPrimitive(Symbols words) =>
        IsKind(words, SequentialAssignmentsQuestion.First)
        || IsKind(words, SequentialAssignmentsQuestion.Second)
        || IsApply(words, out _, out _);

    /// <summary>Whether f of two values is asked for; what follows them is not looked at.</summary>
    internal bool IsApply(Symbols words, out int a, out int b)
    {
        b = 0;
        return Values.TryDecode(words[0], out a) && HasTable && Values.TryDecode(words[1], out b);
    }

    /// <summary>Reads a question about a variable; false if it is malformed or about values.</summary>
    internal bool TryRead(Symbols words, out SequentialAssignmentsQuestion kind, out int x)
    {
        kind = (SequentialAssignmentsQuestion)words[0];
        x = Variables.Decode(words, 1);
        bool known = kind is >= SequentialAssignmentsQuestion.Value and <= SequentialAssignmentsQuestion.Second;
        return known && x >= 0 && words.Length <= 1 + Variables.Length;
    }

    internal bool IsWellFormed(Symbols words) => TryRead(words, out _, out _) || (IsApply(words, out _, out _) && words.Length == 2);

    /// <summary>Reads a fact: what it says of up to three variables or values.</summary>
    internal SequentialAssignmentsFact Read(Symbols fact, out int first, out int second, out int third)
    {
        int length = Variables.Length;
        first = Variables.Decode(fact, 0);
        second = Variables.Decode(fact, length);
        third = Variables.Decode(fact, 2 * length);
        if (first >= 0 && second >= 0 && third >= 0 && fact.Length <= 3 * length)
            return SequentialAssignmentsFact.Application;
        if (first >= 0 && Values.TryDecode(fact[length], out second) && fact.Length == length + 1)
            return SequentialAssignmentsFact.Constant;
        if (HasTable && fact == Symbols.Empty)
            return SequentialAssignmentsFact.Blank;
        bool isEntry = HasTable && Values.TryDecode(fact[0], out first) && Values.TryDecode(fact[length], out second)
            && Values.TryDecode(fact[2 * length], out third) && fact == EntryFact(first, second, third);
        return isEntry ? SequentialAssignmentsFact.Entry : SequentialAssignmentsFact.None;
    }

    internal string FormatQuestion(Symbols words)
    {
        if (words.IsEmpty)
            return "(blank)";
        if (!IsWellFormed(words))
            return Alphabet.Spell(words);
        return IsApply(words, out int a, out int b) ? $"f({a}, {b})" : $"{Kinds[words[0]]}(x{Variables.Decode(words, 1)})";
    }

    internal string FormatAnswer(Answer answer)
    {
        if (answer.IsUnknown)
            return "idk";
        if (IsVariable(answer, out int variable) && answer.Words.Length <= Variables.Length)
            return $"x{variable}";
        return IsValue(answer, out int value) && answer.Words.Length == 1 ? value.ToString() : Alphabet.Spell(answer.Words);
    }

    internal string FormatFact(Symbols fact) => Read(fact, out int first, out int second, out int third) switch
    {
        SequentialAssignmentsFact.Blank => "(blank)",
        SequentialAssignmentsFact.Constant => $"x{first} := {second}",
        SequentialAssignmentsFact.Application => HasTable ? $"x{first} := f(x{second}, x{third})" : $"x{first} := x{second} + x{third}",
        SequentialAssignmentsFact.Entry => $"f({first}, {second}) = {third}",
        _ => Alphabet.Spell(fact),
    };

    internal ParsedQuestion Parse(string text)
    {
        if ((Phrase.Parse(text) ?? AssignmentIn(text)) is not { } phrase)
            return ParsedQuestion.None;
        int kind = Kinds.IndexOf(phrase.Name);
        if (kind < 0 || (kind == (int)SequentialAssignmentsQuestion.Apply && !HasTable))
            return ParsedQuestion.None;
        bool applies = kind == (int)SequentialAssignmentsQuestion.Apply;
        string? problem = applies
            ? phrase.ProblemOf(2, "", Values.Count, "values")
            : phrase.ProblemOf(1, "x", Variables.Count, "variables");
        if (problem is not null)
            return ParsedQuestion.Wrong(problem);
        return ParsedQuestion.Of(applies
            ? Apply(phrase.Number(0, "", Values.Count), phrase.Number(1, "", Values.Count))
            : Ask((SequentialAssignmentsQuestion)kind, Variables.Encode(phrase.Number(0, "x", Variables.Count))));
    }

    /// <summary>A fact, <c>x5 := f(x1, x2)</c>, is asked for as <c>value(x5)</c>; null if it is none.</summary>
    private static Phrase? AssignmentIn(string text) =>
        Phrase.NameIn(text) is ['x', ..] name ? new Phrase(Kinds[(int)SequentialAssignmentsQuestion.Value], [name]) : null;

    private static int RootOf(int characters, int length) => (int)Math.Sqrt(ElementCode.CountOf(characters, length));
}
