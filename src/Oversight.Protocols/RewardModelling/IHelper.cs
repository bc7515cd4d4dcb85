using Oversight.Core;

namespace Oversight.Protocols.RewardModelling;

/// <summary>Whom H asks while he compares: says how far it is, as far as its own level reaches. Trained the same way one level below, scripted, or a person.</summary>
public interface IHelper
{
    /// <summary>The longest distance that it tells; 0 for one that knows nothing.</summary>
    int Range { get; }

    /// <summary>Answers each question on its own.</summary>
    /// <param name="questions">Questions for distances of two different vertices.</param>
    /// <param name="distances">Filled: 1 to <see cref="Range"/>, or one more for "farther".</param>
    void Measure(ReadOnlySpan<Question> questions, Span<int> distances);
}
