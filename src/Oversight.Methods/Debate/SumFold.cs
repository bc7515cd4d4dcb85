using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Tasks.WildcardSearch;

namespace Oversight.Methods.Debate;

/// <summary>The sum: an error in it can be traced to a half by anyone who can estimate sums.</summary>
public sealed record SumFold : Fold
{
    /// <inheritdoc/>
    public override string Name => "sum";

    /// <inheritdoc/>
    public override ImmutableArray<int> ValuesOf(int strings) => [.. Enumerable.Range(0, strings + 1).Select(ones => 2 * ones - strings)];

    /// <inheritdoc/>
    public override int Leaf(ulong context, Symbols fact, int value) => value;

    /// <inheritdoc/>
    public override int Combine(int first, int second) => first + second;
}
