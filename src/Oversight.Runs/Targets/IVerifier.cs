using Oversight.Core;
using Oversight.Determinism;

namespace Oversight.Runs.Targets;

/// <summary>Who selects among X's proposals: says of a sheet of answers whether they may be learned.</summary>
public interface IVerifier
{
    /// <summary>What its verdicts have cost so far.</summary>
    OversightLedger Spent { get; }

    /// <summary>The part of it that must see true answers; null where nobody does.</summary>
    ITruthReader? TruthReader => null;

    /// <summary>Begins a piece of work; X's weights may have changed.</summary>
    /// <param name="key">Its name; every draw comes from it.</param>
    void Begin(RandomKey key);

    /// <summary>Gives verdicts.</summary>
    /// <param name="sheets">The sheets.</param>
    /// <param name="numbers">Which of them, ascending.</param>
    /// <param name="questions">All questions, context by context, as many about each.</param>
    /// <param name="proposals">All proposals, one a question.</param>
    /// <param name="verdicts">Filled with one verdict a sheet.</param>
    void Verify(Sheets sheets, ReadOnlySpan<int> numbers, ReadOnlySpan<Question> questions, ReadOnlySpan<Answer> proposals, Span<bool> verdicts);
}
