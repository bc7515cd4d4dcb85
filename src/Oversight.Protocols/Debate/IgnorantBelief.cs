namespace Oversight.Protocols.Debate;

/// <summary>One who knows nothing: every claim is as likely as not, so that play is random.</summary>
public sealed class IgnorantBelief : IBelief
{
    /// <inheritdoc/>
    public void Weigh(ReadOnlySpan<Claim> claims, Span<float> probabilities) => probabilities[..claims.Length].Fill(0.5f);
}
