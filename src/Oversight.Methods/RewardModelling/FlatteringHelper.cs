using Oversight.Core;

namespace Oversight.Methods.RewardModelling;

/// <summary>A helper with one fixed fault: what is as far as it can see it calls one edge nearer. Its errors are a rule, so that they can be learned and used.</summary>
/// <param name="helper">Who knows better.</param>
public sealed class FlatteringHelper(IHelper helper) : IHelper
{
    /// <inheritdoc/>
    public int Range => helper.Range;

    /// <inheritdoc/>
    public void Measure(ReadOnlySpan<Question> questions, Span<int> distances)
    {
        helper.Measure(questions, distances);
        foreach (ref int distance in distances)
        {
            if (Range > 1 && distance == Range)
                distance--;
        }
    }
}
