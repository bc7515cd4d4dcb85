namespace Oversight.Protocols.Debate;

/// <summary>How likely claims are to be upheld, as one debater sees it: what a player knows, apart from how they play.</summary>
public interface IBelief
{
    /// <summary>Weighs claims, many at a time.</summary>
    /// <param name="claims">The claims; those on one question are best given side by side.</param>
    /// <param name="probabilities">Filled with one number a claim, between 0 and 1.</param>
    void Weigh(ReadOnlySpan<Claim> claims, Span<float> probabilities);
}
