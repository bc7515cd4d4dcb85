using Oversight.Determinism;
using Oversight.Protocols.Debate;

namespace Oversight.Protocols.Tests.Debate;

/// <summary>A game with claims to play it on.</summary>
/// <param name="Name">What a failed test calls it.</param>
/// <param name="Game">The game.</param>
/// <param name="Draw">Draws a claim of positive depth, true or false as it comes.</param>
public sealed record ClaimSource(string Name, IClaimGame Game, Func<RandomStream, Claim> Draw)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
