using Oversight.Protocols.Debate;

namespace Oversight.Methods.Debate;

/// <summary>The opposite of a belief: a challenger who plays by it contests what looks best, as an adviser does who picks what the judge gets to see.</summary>
/// <param name="belief">The belief.</param>
public sealed class InverseBelief(IBelief belief) : IBelief
{
    /// <inheritdoc/>
    public void Weigh(ReadOnlySpan<Claim> claims, Span<float> probabilities)
    {
        belief.Weigh(claims, probabilities);
        for (int i = 0; i < claims.Length; i++)
            probabilities[i] = 1 - probabilities[i];
    }
}
