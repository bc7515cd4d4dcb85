using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Tasks.WildcardSearch;

namespace Oversight.Methods.Debate;

/// <summary>Whether the number of strings with value -1 is odd (1) or even (0): every leaf flips the answer, so that nothing short of all leaves tells.</summary>
public sealed record ParityFold : Fold
{
    private static readonly ImmutableArray<int> Values = [0, 1];

    /// <inheritdoc/>
    public override string Name => "parity";

    /// <inheritdoc/>
    public override ImmutableArray<int> ValuesOf(int strings) => Values;

    /// <inheritdoc/>
    public override int Leaf(ulong context, Symbols fact, int value) => value < 0 ? 1 : 0;

    /// <inheritdoc/>
    public override int Combine(int first, int second) => first ^ second;
}
