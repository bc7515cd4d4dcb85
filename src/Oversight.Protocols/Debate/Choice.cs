namespace Oversight.Protocols.Debate;

/// <summary>Which half of a split its opponent contests.</summary>
public enum Choice
{
    /// <summary>The first.</summary>
    First,

    /// <summary>The second.</summary>
    Second,

    /// <summary>None: the claim is left to stand.</summary>
    Neither,
}
