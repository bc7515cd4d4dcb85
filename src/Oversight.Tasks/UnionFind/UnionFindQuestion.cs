namespace Oversight.Tasks.UnionFind;

/// <summary>
/// What can be asked about a forest of equalities; the number is the question's first symbol, but for <see cref="Equal"/>.
/// </summary>
public enum UnionFindQuestion : byte
{
    /// <summary>Is there a fact x = y? Primitive; written as x and y alone.</summary>
    Equal = 0,

    /// <summary>What is the value of x?</summary>
    Value = 1,

    /// <summary>Which variable is next to x on the way to the root?</summary>
    Parent = 2,

    /// <summary>How many equalities lead from x to its root?</summary>
    Depth = 3,

    /// <summary>The value of x if a fact states it. Primitive.</summary>
    SimpleValue = 4,

    /// <summary>Any variable that a fact says x equals. Primitive.</summary>
    Neighbor = 5,
}
