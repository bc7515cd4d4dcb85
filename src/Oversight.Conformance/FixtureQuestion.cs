using System.Collections.Immutable;
using Oversight.Core;

namespace Oversight.Conformance;

/// <summary>A question of a fixture with everything that the reference says about it.</summary>
/// <param name="Place">File, line and place in it.</param>
/// <param name="Tag"><c>top</c> for a question drawn from D, otherwise <c>primitive</c>, <c>unused</c> or <c>malformed</c>.</param>
/// <param name="Words">The question.</param>
/// <param name="Truth">Its true answer.</param>
/// <param name="Acceptable">All right answers; <paramref name="Truth"/> alone where only one is.</param>
/// <param name="Class">Its class, where it has one.</param>
/// <param name="IsPrimitive">Whether the reference calls it simple.</param>
/// <param name="Human">H's transcript with true replies.</param>
/// <param name="Wrong">H's transcripts with wrong replies.</param>
public sealed record FixtureQuestion(
    string Place,
    string Tag,
    Symbols Words,
    Answer Truth,
    ImmutableArray<Answer> Acceptable,
    string? Class,
    bool IsPrimitive,
    FixtureTranscript Human,
    ImmutableArray<FixtureTranscript> Wrong);
