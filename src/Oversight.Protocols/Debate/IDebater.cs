namespace Oversight.Protocols.Debate;

/// <summary>
/// A debater in either seat: a script, a network, a person, a language model. It sees the debate so far and the facts that its claims refer to, and plays many
/// debates at a time.
/// </summary>
public interface IDebater
{
    /// <summary>States, as the holder of each contested claim, two claims that make it.</summary>
    /// <param name="debates">The debates so far.</param>
    /// <param name="splits">Filled, one a debate.</param>
    void Split(ReadOnlySpan<DebateRecord> debates, Span<Split> splits);

    /// <summary>Picks, as the challenger, the half to contest.</summary>
    /// <param name="debates">The debates before the splits.</param>
    /// <param name="splits">What the holder stated, one a debate.</param>
    /// <param name="choices">Filled, one a debate.</param>
    void Contest(ReadOnlySpan<DebateRecord> debates, ReadOnlySpan<Split> splits, Span<Choice> choices);
}
