using System.Globalization;
using System.Text.RegularExpressions;
using Oversight.Core;
using Oversight.Tasks.Patterns;

namespace Oversight.Tasks.SatCounting;

/// <summary>
/// The symbols of satisfiability counting. A question is a pattern: the value of each variable, or the wildcard. A fact is a clause: for
/// each literal the symbol of a variable, then the symbol of the value that it should have.
/// </summary>
public sealed partial class SatCountingLanguage
{
    internal SatCountingLanguage(int variables, int values, int literals)
    {
        Literals = literals;
        Patterns = new PatternCode(values, variables);
        Variables = new NumberCode(0, variables - 1, Patterns.FirstFreeSymbol);
        Counts = new NumberCode(0, Patterns.Strings.Count, Patterns.FirstFreeSymbol + variables);
        IEnumerable<string> variableNames = Enumerable.Range(0, variables).Select(variable => $"x{variable}");
        Alphabet = new Alphabet([.. Patterns.SymbolNames, .. variableNames, .. Counts.Names]);
    }

    /// <summary>How many literals a clause has.</summary>
    public int Literals { get; }

    /// <summary>How patterns and assignments are written.</summary>
    public PatternCode Patterns { get; }

    /// <summary>How the variables of clauses are written.</summary>
    public NumberCode Variables { get; }

    /// <summary>How counts are written.</summary>
    public NumberCode Counts { get; }

    internal Alphabet Alphabet { get; }

    /// <summary>A clause with one literal more.</summary>
    /// <param name="clause">The clause so far.</param>
    /// <param name="place">Which of its literals, from 0.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="value">The value that satisfies the clause.</param>
    public Symbols AddLiteral(Symbols clause, int place, int variable, int value) =>
        PatternCode.Put(clause.With(2 * place, Variables.Encode(variable)), 2 * place + 1, value);

    internal bool IsClause(Symbols words)
    {
        bool good = words.Length == 2 * Literals;
        for (int i = 0; i < Literals && good; i++)
        {
            int value = PatternCode.CharacterAt(words, 2 * i + 1);
            good = Variables.TryDecode(words[2 * i], out _) && value >= 0 && value < Patterns.Characters;
        }

        return good;
    }

    /// <summary>Whether an assignment makes every clause true.</summary>
    internal bool Satisfies(Facts facts, Symbols assignment)
    {
        foreach (Symbols clause in facts.Statements)
        {
            if (!Holds(clause, assignment))
                return false;
        }

        return true;
    }

    /// <summary>A count as an answer.</summary>
    /// <param name="count">The count.</param>
    public Answer Count(int count) => new(Symbols.Of(Counts.Encode(count)));

    internal string FormatQuestion(Symbols words) => words.IsEmpty ? "(blank)" : $"count({Patterns.Format(words)})";

    internal string FormatAnswer(Answer answer)
    {
        if (answer.IsUnknown)
            return "idk";
        bool isCount = answer.Words.Length == 1 && Counts.TryDecode(answer.Words[0], out int _);
        return isCount ? Alphabet.Names[answer.Words[0]][1..] : Alphabet.Spell(answer.Words);
    }

    internal string FormatFact(Symbols fact)
    {
        if (!IsClause(fact))
            return Alphabet.Spell(fact);
        IEnumerable<string> literals = Enumerable.Range(0, Literals)
            .Select(i => $"{Alphabet.Names[fact[2 * i]]}={PatternCode.CharacterAt(fact, 2 * i + 1)}");
        return string.Join(" or ", literals);
    }

    internal ParsedQuestion Parse(string text)
    {
        if (ClauseIn(text) is { } literals)
            return ParseClause(literals);
        string? pattern = Phrase.Parse(text) is { Name: "count", Arguments: [string typed] } ? typed : Phrase.NameIn(text);
        return pattern is null || pattern.StartsWith('x') ? ParsedQuestion.None : Patterns.Parse(pattern);
    }

    /// <summary>
    /// What a clause, <c>x0=1 or x2=0</c>, tells outright: that of the assignments which break it none satisfies all clauses. It is asked
    /// for as the count of those,
    /// <c>count(0*1*)</c>.
    /// </summary>
    private ParsedQuestion ParseClause(IReadOnlyList<(string Variable, string Value)> literals)
    {
        Symbols broken = Patterns.Everything;
        foreach ((string variable, string value) in literals)
        {
            if (!int.TryParse(variable, NumberStyles.None, CultureInfo.InvariantCulture, out int place) || place >= Patterns.Length)
                return ParsedQuestion.Wrong(Phrase.OutOfRange("x" + variable, "x", Patterns.Length, "variables"));
            if (value is not ("0" or "1"))
                return ParsedQuestion.Wrong(Phrase.OutOfRange(value, "", 2, "values"));
            int other = value == "0" ? 1 : 0;
            if (broken[place] != PatternCode.Wildcard && PatternCode.CharacterAt(broken, place) != other)
                return ParsedQuestion.Wrong($"a clause with both x{place}=0 and x{place}=1 always holds; there is nothing to ask");
            broken = PatternCode.Put(broken, place, other);
        }

        return ParsedQuestion.Of(broken);
    }

    /// <summary>The variables and values of a clause's literals; null if the text is no clause.</summary>
    private (string Variable, string Value)[]? ClauseIn(string text)
    {
        Match[] literals = text.Length > Phrase.MaxLength ? [] : [.. text.Split(" or ").Select(literal => LiteralPattern().Match(literal))];
        return literals.Length == Literals && literals.All(literal => literal.Success)
            ? [.. literals.Select(literal => (literal.Groups["variable"].Value, literal.Groups["value"].Value))]
            : null;
    }

    [GeneratedRegex(@"^\s*x(?<variable>[0-9]+)\s*=\s*(?<value>[0-9]+)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex LiteralPattern();

    private bool Holds(Symbols clause, Symbols assignment)
    {
        for (int i = 0; i < Literals; i++)
        {
            if (Variables.TryDecode(clause[2 * i], out int variable) && assignment[variable] == clause[2 * i + 1])
                return true;
        }

        return false;
    }
}
