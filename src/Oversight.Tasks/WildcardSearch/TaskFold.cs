using System.Collections.Immutable;
using Oversight.Core;

namespace Oversight.Tasks.WildcardSearch;

/// <summary>Sums as the task itself reckons them, clamped or modulo a number: what an answer of the task claims.</summary>
/// <param name="Numbers">How the task reckons.</param>
internal sealed record TaskFold(NumberCode Numbers) : Fold
{
    /// <inheritdoc/>
    public override string Name => "sum";

    /// <inheritdoc/>
    public override ImmutableArray<int> ValuesOf(int strings) =>
        [.. Enumerable.Range(0, strings + 1).Select(ones => Numbers.Fit(2 * ones - strings)).Distinct().Order()];

    /// <inheritdoc/>
    public override int Leaf(ulong context, Symbols fact, int value) => value;

    /// <inheritdoc/>
    public override int Combine(int first, int second) => Numbers.Fit(first + second);
}
