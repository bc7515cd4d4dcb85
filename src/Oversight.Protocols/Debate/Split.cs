namespace Oversight.Protocols.Debate;

/// <summary>Two smaller claims that together make a claim; what its holder states when it is contested.</summary>
/// <param name="First">One.</param>
/// <param name="Second">The other.</param>
public readonly record struct Split(Claim First, Claim Second)
{
    /// <summary>What is said beside the claims, where the protocol has a channel for it; 0 for nothing. The judge does not weigh it.</summary>
    public int Message { get; init; }

    /// <summary>One of the two.</summary>
    /// <param name="choice">Which; not <see cref="Choice.Neither"/>.</param>
    public Claim this[Choice choice] => choice == Choice.First ? First : Second;
}
