using Oversight.Core;
using Oversight.Determinism;
using Oversight.Protocols.RewardModelling;
using Oversight.Runs.Overseers;

namespace Oversight.Methods.RewardModelling;

/// <summary>An H who sometimes takes the other answer.</summary>
/// <param name="comparer">Who compares.</param>
/// <param name="errors">How they err.</param>
/// <param name="random">Consumed by random errors.</param>
internal sealed class ErringComparer(IAnswerComparer comparer, AnswerErrors errors, RandomStream random) : IAnswerComparer
{
    /// <inheritdoc/>
    public OversightLedger Spent => comparer.Spent;

    /// <inheritdoc/>
    public void Compare(ReadOnlySpan<Question> questions, ReadOnlySpan<Answer> firsts, ReadOnlySpan<Answer> seconds, Span<Preference> preferences)
    {
        comparer.Compare(questions, firsts, seconds, preferences);
        for (int i = 0; i < preferences.Length; i++)
        {
            if (errors.Strikes(questions[i], random, out _))
                preferences[i] = Opposite(preferences[i]);
        }
    }

    private static Preference Opposite(Preference preference) => preference switch
    {
        Preference.First => Preference.Second,
        Preference.Second => Preference.First,
        _ => Preference.Neither,
    };
}
