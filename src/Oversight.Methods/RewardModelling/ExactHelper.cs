using System.Runtime.CompilerServices;
using Oversight.Core;
using Oversight.Tasks.ShortestPath;

namespace Oversight.Methods.RewardModelling;

/// <summary>Reads every fact and is always right, as far as it reaches.</summary>
/// <param name="task">The task.</param>
/// <param name="range">How far it reaches.</param>
public sealed class ExactHelper(ShortestPathTask task, int range) : IHelper
{
    private readonly ConditionalWeakTable<Facts, DistanceTable> _tables = [];

    /// <inheritdoc/>
    public int Range => range;

    /// <inheritdoc/>
    public void Measure(ReadOnlySpan<Question> questions, Span<int> distances)
    {
        for (int i = 0; i < questions.Length; i++)
            distances[i] = Math.Min(range + 1, _tables.GetValue(questions[i].Facts, facts => new DistanceTable(task, facts)).Of(questions[i]));
    }
}
