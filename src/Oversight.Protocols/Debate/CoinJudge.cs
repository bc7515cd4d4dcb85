using Oversight.Determinism;

namespace Oversight.Protocols.Debate;

/// <summary>Hears nothing, looks up nothing and throws a coin: the negative control.</summary>
/// <param name="random">Consumed.</param>
public sealed class CoinJudge(RandomStream random) : IJudge
{
    /// <inheritdoc/>
    public Ruling Rule(DebateRecord debate) => new(random.NextBool(), RulingReason.Guessed, LookUps: 0);
}
