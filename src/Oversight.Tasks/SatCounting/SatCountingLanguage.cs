using Oversight.Core;
using Oversight.Tasks.Patterns;

namespace Oversight.Tasks.SatCounting;

/// <summary>
/// The symbols of satisfiability counting. A question is a pattern: the value of each variable, or the wildcard. A fact is a clause: for
/// each literal the symbol of a variable, then the symbol of the value that it should have.
/// </summary>
internal sealed class SatCountingLanguage
{
    public SatCountingLanguage(int variables, int values, int literals)
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

    public PatternCode Patterns { get; }

    public NumberCode Variables { get; }

    public NumberCode Counts { get; }

    public Alphabet Alphabet { get; }

    /// <summary>A clause with one literal more.</summary>
    public Symbols AddLiteral(Symbols clause, int place, int variable, int value) =>
        PatternCode.Put(clause.With(2 * place, Variables.Encode(variable)), 2 * place + 1, value);

    public bool IsClause(Symbols words)
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
    public bool Satisfies(Facts facts, Symbols assignment)
    {
        foreach (Symbols clause in facts.Statements)
        {
            if (!Holds(clause, assignment))
                return false;
        }

        return true;
    }

    public Answer Count(int count) => new(Symbols.Of(Counts.Encode(count)));

    public string FormatQuestion(Symbols words) => words.IsEmpty ? "(blank)" : $"count({Patterns.Format(words)})";

    public string FormatAnswer(Answer answer)
    {
        if (answer.IsUnknown)
            return "idk";
        bool isCount = answer.Words.Length == 1 && Counts.TryDecode(answer.Words[0], out int _);
        return isCount ? Alphabet.Names[answer.Words[0]][1..] : Alphabet.Spell(answer.Words);
    }

    public string FormatFact(Symbols fact)
    {
        if (!IsClause(fact))
            return Alphabet.Spell(fact);
        IEnumerable<string> literals = Enumerable.Range(0, Literals)
            .Select(i => $"{Alphabet.Names[fact[2 * i]]}={PatternCode.CharacterAt(fact, 2 * i + 1)}");
        return string.Join(" or ", literals);
    }

    public bool TryParse(string text, out Symbols words)
    {
        words = default;
        return Phrase.Parse(text) is { Name: "count", Arguments: [string pattern] } && Patterns.TryParse(pattern, blanks: false, out words);
    }

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
