namespace Oversight.Protocols.Debate;

/// <summary>An expert who reads every fact below a claim.</summary>
/// <param name="game">The game.</param>
public sealed class ExactBelief(IClaimGame game) : IBelief
{
    /// <inheritdoc/>
    public void Weigh(ReadOnlySpan<Claim> claims, Span<float> probabilities)
    {
        for (int i = 0; i < claims.Length; i++)
            probabilities[i] = game.Holds(claims[i]) ? 1 : 0;
    }
}
