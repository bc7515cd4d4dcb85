using Oversight.Core;
using Oversight.Determinism;

namespace Oversight.Methods.RewardModelling;

/// <summary>A helper that is deliberately wrong in a share of its replies, as it comes.</summary>
/// <param name="helper">Who knows better.</param>
/// <param name="share">How often it is wrong, 0 to 1.</param>
/// <param name="random">Consumed.</param>
public sealed class ErringHelper(IHelper helper, double share, RandomStream random) : IHelper
{
    /// <inheritdoc/>
    public int Range => helper.Range;

    /// <inheritdoc/>
    public void Measure(ReadOnlySpan<Question> questions, Span<int> distances)
    {
        helper.Measure(questions, distances);
        // One of the Range other replies, each as likely.
        for (int i = 0; Range > 0 && i < distances.Length; i++)
        {
            if (random.Chance(share))
                distances[i] = 1 + (distances[i] + random.Next(Range)) % (Range + 1);
        }
    }
}
