using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Tasks.WildcardSearch;

namespace Oversight.Conformance.Languages;

/// <summary>How the fixtures write wildcard search, which they call <c>sum</c>.</summary>
internal sealed class WildcardSearchFixtures(WildcardSearchLanguage language) : IFixtureLanguage
{
    /// <inheritdoc/>
    public string Task => "sum";

    /// <inheritdoc/>
    public ImmutableDictionary<string, int?> Parameters { get; } = ImmutableDictionary.CreateRange<string, int?>(
    [
        new("length", language.Patterns.Length),
        new("nchars", language.Patterns.Characters),
        new("modulus", language.Numbers.Wraps ? language.Numbers.Count : null),
    ]);

    /// <inheritdoc/>
    public Symbols ReadFact(FixtureObject fact)
    {
        if (fact.Kind != "string_value")
            throw fact.BadKind();
        int value = fact.Only("kind", "string", "value").Number("value", language.Numbers.Low, language.Numbers.High);
        return language.Fact(ReadPattern(fact, "string", blanks: false), value);
    }

    /// <inheritdoc/>
    public Symbols ReadQuestion(FixtureObject question)
    {
        if (question.Kind != "sum")
            throw question.BadKind();
        return ReadPattern(question.Only("kind", "pattern"), "pattern", blanks: true);
    }

    /// <inheritdoc/>
    public Answer ReadAnswer(FixtureObject answer)
    {
        if (answer.Kind != "number")
            throw answer.BadKind();
        return language.Number(answer.Only("kind", "value").Number("value", language.Numbers.Low, language.Numbers.High));
    }

    private Symbols ReadPattern(FixtureObject holder, string name, bool blanks)
    {
        string text = holder.Text(name);
        return language.Patterns.TryParse(text, blanks, out Symbols pattern) ? pattern : throw holder.Bad($"'{text}' is no pattern");
    }
}
