using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Tasks.PermutationPowering;

namespace Oversight.Conformance.Languages;

/// <summary>How the fixtures write permutation powering, which they call <c>iterate</c>.</summary>
internal sealed class PermutationPoweringFixtures(PermutationPoweringLanguage language) : IFixtureLanguage
{
    private readonly int _lastElement = language.Elements.Count - 1;

    /// <inheritdoc/>
    public string Task => "iterate";

    /// <inheritdoc/>
    public ImmutableDictionary<string, int?> Parameters { get; } = ImmutableDictionary.CreateRange<string, int?>(
    [
        new("nchars", language.Elements.Characters),
        new("length", language.Elements.Length),
        new("log_iters", language.ExponentBits),
    ]);

    /// <inheritdoc/>
    public Symbols ReadFact(FixtureObject fact)
    {
        if (fact.Kind != "map")
            throw fact.BadKind();
        fact.Only("kind", "x", "y");
        return language.Fact(fact.Number("x", 0, _lastElement), fact.Number("y", 0, _lastElement));
    }

    /// <inheritdoc/>
    public Symbols ReadQuestion(FixtureObject question)
    {
        if (question.Kind != "power")
            throw question.BadKind();
        question.Only("kind", "x", "exponent");
        Symbols element = question.NumberOrNull("x", 0, _lastElement) is { } x ? language.Elements.Encode(x) : Symbols.Empty;
        int? exponent = question.NumberOrNull("exponent", 0, (1 << language.ExponentBits) - 1);
        return exponent is null ? element : language.Power(element, exponent.Value);
    }

    /// <inheritdoc/>
    public Answer ReadAnswer(FixtureObject answer)
    {
        if (answer.Kind != "element")
            throw answer.BadKind();
        return new Answer(language.Elements.Encode(answer.Only("kind", "value").Number("value", 0, _lastElement)));
    }
}
