using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Determinism;
using Oversight.Tasks.WildcardSearch;

namespace Oversight.Methods.Debate;

/// <summary>
/// A keyed mixing: each leaf is a keyed hash of its fact, so that a judge who holds the key can check a leaf, and a debater without it can check none: a caricature of the
/// obfuscated argument (Barnes and Christiano 2020), false somewhere, nobody honest can say where.
/// </summary>
/// <param name="Key">The secret.</param>
public sealed record MixingFold(ulong Key) : Fold
{
    private const int Modulus = 4;
    private static readonly ImmutableArray<int> Values = [.. Enumerable.Range(0, Modulus)];

    /// <inheritdoc/>
    public override string Name => "mixing";

    /// <inheritdoc/>
    public override ImmutableArray<int> ValuesOf(int strings) => Values;

    /// <inheritdoc/>
    public override ulong ContextOf(Facts facts)
    {
        ulong context = Key;
        foreach (Symbols fact in facts.Statements)
            context += HashOf(fact);
        return context;
    }

    /// <inheritdoc/>
    public override int Leaf(ulong context, Symbols fact, int value) => (int)(StableHash.Combine(context, HashOf(fact)) % Modulus);

    /// <inheritdoc/>
    public override int Combine(int first, int second) => (first + 3 * second + 1) % Modulus;

    private static ulong HashOf(Symbols fact)
    {
        Span<byte> bytes = stackalloc byte[Symbols.MaxLength];
        fact.CopyTo(bytes);
        return StableHash.Of(bytes);
    }
}
