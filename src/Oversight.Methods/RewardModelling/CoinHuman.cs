using Oversight.Determinism;

namespace Oversight.Methods.RewardModelling;

/// <summary>Looks at nothing and throws a coin: the negative control.</summary>
/// <param name="random">Consumed.</param>
public sealed class CoinHuman(RandomStream random) : IAppraiser
{
    /// <inheritdoc/>
    public void Appraise(ReadOnlySpan<Proposal> proposals, Span<Appraisal> appraisals)
    {
        for (int i = 0; i < proposals.Length; i++)
            appraisals[i] = random.NextBool() ? new Appraisal(Standing.Confirmed, 0, 0, 0) : new Appraisal(Standing.Refuted, 1, 0, 0);
    }
}
