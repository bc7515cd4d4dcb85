using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Tasks.SatCounting;

namespace Oversight.Conformance.Languages;

/// <summary>How the fixtures write satisfiability counting, which they call <c>sat</c>.</summary>
internal sealed class SatCountingFixtures(SatCountingTask task) : IFixtureLanguage
{
    private readonly SatCountingLanguage _language = task.Language;

    /// <inheritdoc/>
    public string Task => "sat";

    /// <inheritdoc/>
    public ImmutableDictionary<string, int?> Parameters { get; } = ImmutableDictionary.CreateRange<string, int?>(
    [
        new("length", task.Language.Literals),
        new("nvars", task.Language.Patterns.Length),
        new("nvalues", task.Language.Patterns.Characters),
        new("min_clauses", task.SmallestSize),
    ]);

    /// <inheritdoc/>
    public Symbols ReadFact(FixtureObject fact)
    {
        if (fact.Kind != "clause")
            throw fact.BadKind();
        FixtureObject[] literals = [.. fact.Only("kind", "any_of").Objects("any_of")];
        if (literals.Length != _language.Literals)
            throw fact.Bad($"{literals.Length} literals, there should be {_language.Literals}");
        Symbols clause = Symbols.Empty;
        for (int i = 0; i < literals.Length; i++)
        {
            int variable = literals[i].Only("var", "value").Number("var", 0, _language.Variables.High);
            clause = _language.AddLiteral(clause, i, variable, literals[i].Number("value", 0, _language.Patterns.Characters - 1));
        }

        return clause;
    }

    /// <inheritdoc/>
    public Symbols ReadQuestion(FixtureObject question)
    {
        if (question.Kind != "count")
            throw question.BadKind();
        string text = question.Only("kind", "pattern").Text("pattern");
        return _language.Patterns.TryParse(text, blanks: true, out Symbols pattern)
            ? pattern
            : throw question.Bad($"'{text}' is no pattern");
    }

    /// <inheritdoc/>
    public Answer ReadAnswer(FixtureObject answer)
    {
        if (answer.Kind != "count")
            throw answer.BadKind();
        return _language.Count(answer.Only("kind", "value").Number("value", 0, _language.Counts.High));
    }
}
