using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Tasks;

namespace Oversight.Conformance;

/// <summary>One line of a fixture: a context of the reference with questions about it.</summary>
/// <param name="Place">File and line.</param>
/// <param name="Task">The task in the fixture's configuration.</param>
/// <param name="Difficulty">The difficulty; full size for contexts built by hand.</param>
/// <param name="Facts">The facts, in order.</param>
/// <param name="Questions">The questions.</param>
public sealed record FixtureContext(
    string Place,
    AlgorithmicTask Task,
    Difficulty Difficulty,
    Facts Facts,
    ImmutableArray<FixtureQuestion> Questions);
