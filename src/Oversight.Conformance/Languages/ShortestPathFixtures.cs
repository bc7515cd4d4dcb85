using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Tasks.ShortestPath;

namespace Oversight.Conformance.Languages;

/// <summary>How the fixtures write shortest path, which they call <c>graph</c>.</summary>
internal sealed class ShortestPathFixtures(ShortestPathLanguage language) : IFixtureLanguage
{
    private readonly int _lastVertex = language.Vertices.Count - 1;

    /// <inheritdoc/>
    public string Task => "graph";

    /// <inheritdoc/>
    public ImmutableDictionary<string, int?> Parameters { get; } = ImmutableDictionary.CreateRange<string, int?>(
    [
        new("nchars", language.Vertices.Characters),
        new("length", language.Vertices.Length),
    ]);

    /// <inheritdoc/>
    public Symbols ReadFact(FixtureObject fact)
    {
        if (fact.Kind != "edge")
            throw fact.BadKind();
        fact.Only("kind", "a", "b");
        return language.Fact(fact.Number("a", 0, _lastVertex), fact.Number("b", 0, _lastVertex));
    }

    /// <inheritdoc/>
    public Symbols ReadQuestion(FixtureObject question)
    {
        question.Only("kind", "a", "b");
        ShortestPathQuestion kind = question.Kind switch
        {
            "distance" => ShortestPathQuestion.Distance,
            "step" => ShortestPathQuestion.Step,
            "edge" => ShortestPathQuestion.Edge,
            "neighbor" => ShortestPathQuestion.Neighbor,
            _ => throw question.BadKind(),
        };
        bool single = kind == ShortestPathQuestion.Neighbor && !question.Has("b");
        return language.Ask(kind, ReadVertex(question, "a"), single ? Symbols.Empty : ReadVertex(question, "b"));
    }

    /// <inheritdoc/>
    public Answer ReadAnswer(FixtureObject answer)
    {
        switch (answer.Kind)
        {
            case "vertex":
                return language.Vertex(answer.Only("kind", "value").Number("value", 0, _lastVertex));
            case "distance":
                bool infinite = answer.Only("kind", "value").IsText("value", "inf");
                return infinite ? ShortestPathLanguage.Infinite : language.Distance(answer.Number("value", 0, language.Distances.High));
            case "unreachable":
                answer.Only("kind");
                return ShortestPathLanguage.Unreachable;
            case "yes":
                answer.Only("kind");
                return ShortestPathLanguage.Yes;
            default:
                throw answer.BadKind();
        }
    }

    private Symbols ReadVertex(FixtureObject question, string name) =>
        question.NumberOrNull(name, 0, _lastVertex) is { } vertex ? language.Vertices.Encode(vertex) : Symbols.Empty;
}
