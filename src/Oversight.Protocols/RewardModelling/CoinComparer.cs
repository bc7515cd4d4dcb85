using Oversight.Core;
using Oversight.Determinism;

namespace Oversight.Protocols.RewardModelling;

/// <summary>Looks at nothing and throws a coin: the negative control.</summary>
/// <param name="random">Consumed.</param>
public sealed class CoinComparer(RandomStream random) : IAnswerComparer
{
    /// <inheritdoc/>
    public OversightLedger Spent { get; private set; } = new();

    /// <inheritdoc/>
    public void Compare(ReadOnlySpan<Question> questions, ReadOnlySpan<Answer> firsts, ReadOnlySpan<Answer> seconds, Span<Preference> preferences)
    {
        for (int i = 0; i < questions.Length; i++)
            preferences[i] = random.NextBool() ? Preference.First : Preference.Second;
        Spent += new OversightLedger(HumanQueries: questions.Length, HumanDecisions: questions.Length);
    }
}
