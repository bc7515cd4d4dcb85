using Oversight.Determinism;

namespace Oversight.Protocols.RewardModelling;

/// <summary>A helper that says the opposite now and then.</summary>
/// <param name="helper">The helper.</param>
/// <param name="rate">How often.</param>
/// <param name="random">Decides when.</param>
public sealed class ErringHelper(IHelper helper, double rate, RandomStream random) : IHelper
{
    /// <inheritdoc/>
    public int Longest => helper.Longest;

    /// <inheritdoc/>
    public void Rate(ReadOnlySpan<Walk> parts, Span<float> ratings)
    {
        helper.Rate(parts, ratings);
        for (int i = 0; i < parts.Length; i++)
        {
            if (random.Chance(rate))
                ratings[i] = 1 - ratings[i];
        }
    }
}
