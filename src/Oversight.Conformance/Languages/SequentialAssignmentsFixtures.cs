using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Tasks;
using Oversight.Tasks.SequentialAssignments;

namespace Oversight.Conformance.Languages;

/// <summary>How the fixtures write sequential assignments, which they call <c>eval</c> with a table and <c>evalsum</c> without.</summary>
internal sealed class SequentialAssignmentsFixtures(SequentialAssignmentsLanguage language) : IFixtureLanguage
{
    private readonly int _lastVariable = language.Variables.Count - 1;
    private readonly NumberCode _values = language.Values;

    /// <inheritdoc/>
    public string Task => language.HasTable ? "eval" : "evalsum";

    /// <inheritdoc/>
    public ImmutableDictionary<string, int?> Parameters { get; } = ParametersOf(language);

    /// <inheritdoc/>
    public Symbols ReadFact(FixtureObject fact)
    {
        switch (fact.Kind)
        {
            case "assign_value":
                fact.Only("kind", "x", "value");
                return language.ConstantFact(fact.Number("x", 0, _lastVariable), ReadValue(fact, "value"));
            case "assign_apply":
                fact.Only("kind", "x", "y", "z");
                return language.ApplicationFact(
                    fact.Number("x", 0, _lastVariable), fact.Number("y", 0, _lastVariable), fact.Number("z", 0, _lastVariable));
            case "f_entry" when language.HasTable:
                fact.Only("kind", "a", "b", "value");
                return language.EntryFact(ReadValue(fact, "a"), ReadValue(fact, "b"), ReadValue(fact, "value"));
            case "blank" when language.HasTable:
                fact.Only("kind");
                return Symbols.Empty;
            default:
                throw fact.BadKind();
        }
    }

    /// <inheritdoc/>
    public Symbols ReadQuestion(FixtureObject question)
    {
        if (question.Kind == "apply_f" && language.HasTable)
            return ReadApply(question.Only("kind", "a", "b"));
        SequentialAssignmentsQuestion kind = question.Only("kind", "x").Kind switch
        {
            "compound" => SequentialAssignmentsQuestion.Value,
            "simple_a" => SequentialAssignmentsQuestion.First,
            "simple_b" => SequentialAssignmentsQuestion.Second,
            _ => throw question.BadKind(),
        };
        int? x = question.NumberOrNull("x", 0, _lastVariable);
        return SequentialAssignmentsLanguage.Ask(kind, x is null ? Symbols.Empty : language.Variables.Encode(x.Value));
    }

    /// <inheritdoc/>
    public Answer ReadAnswer(FixtureObject answer)
    {
        answer.Only("kind", "value");
        return answer.Kind switch
        {
            "variable" => language.Variable(answer.Number("value", 0, _lastVariable)),
            "value" when language.HasTable => language.Value(ReadValue(answer, "value")),
            "number" when !language.HasTable => language.Value(ReadValue(answer, "value")),
            _ => throw answer.BadKind(),
        };
    }

    private static ImmutableDictionary<string, int?> ParametersOf(SequentialAssignmentsLanguage language)
    {
        var parameters = ImmutableDictionary.CreateRange<string, int?>(
        [
            new("nchars", language.Variables.Characters),
            new("length", language.Variables.Length),
        ]);
        return language.HasTable ? parameters : parameters.Add("modulus", language.Values.Wraps ? language.Values.Count : null);
    }

    private Symbols ReadApply(FixtureObject question)
    {
        Symbols words = Symbols.Empty;
        if (question.NumberOrNull("a", _values.Low, _values.High) is { } a)
            words = words.With(0, _values.Encode(a));
        if (question.NumberOrNull("b", _values.Low, _values.High) is { } b)
            words = words.With(1, _values.Encode(b));
        return words;
    }

    private int ReadValue(FixtureObject holder, string name) => holder.Number(name, _values.Low, _values.High);
}
