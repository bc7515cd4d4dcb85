using Oversight.Core;

namespace Oversight.Methods.RewardModelling;

/// <summary>
/// Whom H asks while comparing: says how far it is, up to what its own level reaches. Trained one level below, scripted, or a person.
/// </summary>
public interface IHelper
{
    /// <summary>The longest distance that it tells; 0 for one that knows nothing.</summary>
    int Range { get; }

    /// <summary>Answers each question on its own.</summary>
    /// <param name="questions">Questions for distances of two different vertices.</param>
    /// <param name="distances">Filled: 1 to <see cref="Range"/>, or one more for "farther".</param>
    void Measure(ReadOnlySpan<Question> questions, Span<int> distances);
}
