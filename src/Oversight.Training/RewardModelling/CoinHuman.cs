using Oversight.Determinism;
using Oversight.Protocols.RewardModelling;

namespace Oversight.Training.RewardModelling;

/// <summary>An H who tosses a coin: the negative control.</summary>
/// <param name="random">The coin.</param>
public sealed class CoinHuman(RandomStream random) : IComparer
{
    /// <inheritdoc/>
    public void Compare(ReadOnlySpan<(Walk First, Walk Second)> pairs, Span<Opinion> opinions)
    {
        for (int i = 0; i < pairs.Length; i++)
            opinions[i] = new Opinion(random.NextBool(), null, null, FactsRead: 0);
    }
}
