using Oversight.Core;

namespace Oversight.Protocols.RewardModelling;

/// <summary>H in reward modelling on any task: of two answers to a question, which do they take? A script, a person or a language model.</summary>
public interface IAnswerComparer
{
    /// <summary>What the comparisons have cost so far.</summary>
    OversightLedger Spent { get; }

    /// <summary>Compares each pair on its own.</summary>
    /// <param name="questions">What was asked.</param>
    /// <param name="firsts">One answer to each.</param>
    /// <param name="seconds">Another.</param>
    /// <param name="preferences">Filled with one preference a question.</param>
    void Compare(ReadOnlySpan<Question> questions, ReadOnlySpan<Answer> firsts, ReadOnlySpan<Answer> seconds, Span<Preference> preferences);
}
