using System.Collections.Immutable;
using Oversight.Core;

namespace Oversight.Tasks.WildcardSearch;

/// <summary>How the values of strings are put together along the tree of a pattern.</summary>
public abstract record Fold
{
    /// <summary>The word for it: <c>sum</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The values that a pattern of so many strings may have, in ascending order.</summary>
    /// <param name="strings">1 for a leaf.</param>
    public abstract ImmutableArray<int> ValuesOf(int strings);

    /// <summary>What the leaves of one context have in common; 0 for nothing.</summary>
    /// <param name="facts">The context.</param>
    public virtual ulong ContextOf(Facts facts) => 0;

    /// <summary>The value of a leaf.</summary>
    /// <param name="context">What <see cref="ContextOf"/> said.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="value">What the fact says: 1 or -1.</param>
    public abstract int Leaf(ulong context, Symbols fact, int value);

    /// <summary>The value of two halves together.</summary>
    /// <param name="first">Of the first half.</param>
    /// <param name="second">Of the second half.</param>
    public abstract int Combine(int first, int second);
}
