using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Tasks.WildcardSearch;

namespace Oversight.Protocols.Debate;

/// <summary>Sums as the task itself reckons them, clamped or modulo a number: what an answer of the task claims.</summary>
/// <param name="Task">The task.</param>
public sealed record TaskFold(WildcardSearchTask Task) : Fold
{
    /// <inheritdoc/>
    public override string Name => "sum";

    /// <inheritdoc/>
    public override ImmutableArray<int> ValuesOf(int strings) =>
        [.. Enumerable.Range(0, strings + 1).Select(ones => Task.Reckon(2 * ones - strings)).Distinct().Order()];

    /// <inheritdoc/>
    public override int Leaf(ulong context, Symbols fact, int value) => value;

    /// <inheritdoc/>
    public override int Combine(int first, int second) => Task.Reckon(first + second);
}
