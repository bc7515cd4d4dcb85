using Oversight.Core;

namespace Oversight.Methods.RewardModelling;

/// <summary>Knows nothing: H with this helper is H alone.</summary>
public sealed class IgnorantHelper : IHelper
{
    /// <inheritdoc/>
    public int Range => 0;

    /// <inheritdoc/>
    public void Measure(ReadOnlySpan<Question> questions, Span<int> distances) => distances.Fill(1);
}
