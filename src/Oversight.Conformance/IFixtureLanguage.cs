using System.Collections.Immutable;
using Oversight.Core;

namespace Oversight.Conformance;

/// <summary>
/// How the reference's fixtures write one task's facts, questions and answers. Its methods throw <see cref="FixtureFormatException"/>.
/// </summary>
public interface IFixtureLanguage
{
    /// <summary>The task's name in the fixtures, for example <c>iterate</c>.</summary>
    string Task { get; }

    /// <summary>What the fixtures' <c>config</c> says of this configuration, its name left out.</summary>
    ImmutableDictionary<string, int?> Parameters { get; }

    /// <summary>Reads a fact.</summary>
    /// <param name="fact">The record.</param>
    Symbols ReadFact(FixtureObject fact);

    /// <summary>Reads a question, malformed ones included; the all-blank question does not come here.</summary>
    /// <param name="question">The record.</param>
    Symbols ReadQuestion(FixtureObject question);

    /// <summary>Reads an answer that is not idk.</summary>
    /// <param name="answer">The record.</param>
    Answer ReadAnswer(FixtureObject answer);
}
