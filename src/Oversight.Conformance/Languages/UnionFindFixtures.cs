using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Tasks.UnionFind;

namespace Oversight.Conformance.Languages;

/// <summary>How the fixtures write union find, which they call <c>equals</c>.</summary>
internal sealed class UnionFindFixtures(UnionFindLanguage language) : IFixtureLanguage
{
    private readonly int _lastVariable = language.Variables.Count - 1;

    /// <inheritdoc/>
    public string Task => "equals";

    /// <inheritdoc/>
    public ImmutableDictionary<string, int?> Parameters { get; } = ImmutableDictionary.CreateRange<string, int?>(
    [
        new("nchars", language.Variables.Characters),
        new("length", language.Variables.Length),
    ]);

    /// <inheritdoc/>
    public Symbols ReadFact(FixtureObject fact)
    {
        int x = fact.Number("x", 0, _lastVariable);
        return fact.Kind switch
        {
            "value_of" => language.ValueFact(x, fact.Only("kind", "x", "value").Number("value", 0, language.Values.High)),
            "equal" => language.Equal(x, fact.Only("kind", "x", "y").Number("y", 0, _lastVariable)),
            _ => throw fact.BadKind(),
        };
    }

    /// <inheritdoc/>
    public Symbols ReadQuestion(FixtureObject question)
    {
        Symbols x = ReadVariable(question, "x");
        if (question.Kind == "equal_edge")
            return x.Join(language.Variables.Length, ReadVariable(question.Only("kind", "x", "y"), "y"));
        question.Only("kind", "x");
        return question.Kind switch
        {
            "value" => UnionFindLanguage.Ask(UnionFindQuestion.Value, x),
            "parent" => UnionFindLanguage.Ask(UnionFindQuestion.Parent, x),
            "depth" => UnionFindLanguage.Ask(UnionFindQuestion.Depth, x),
            "simple_value" => UnionFindLanguage.Ask(UnionFindQuestion.SimpleValue, x),
            "neighbor" => UnionFindLanguage.Ask(UnionFindQuestion.Neighbor, x),
            _ => throw question.BadKind(),
        };
    }

    /// <inheritdoc/>
    public Answer ReadAnswer(FixtureObject answer)
    {
        if (answer.Kind == "yes")
        {
            answer.Only("kind");
            return UnionFindLanguage.Yes;
        }

        answer.Only("kind", "value");
        return answer.Kind switch
        {
            "variable" => language.Variable(answer.Number("value", 0, _lastVariable)),
            "value" => language.Value(answer.Number("value", 0, language.Values.High)),
            "depth" => language.Depth(answer.Number("value", 0, language.Depths.High)),
            _ => throw answer.BadKind(),
        };
    }

    private Symbols ReadVariable(FixtureObject question, string name) =>
        question.NumberOrNull(name, 0, _lastVariable) is { } variable ? language.Variables.Encode(variable) : Symbols.Empty;
}
