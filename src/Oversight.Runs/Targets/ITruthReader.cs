using Oversight.Tasks;

namespace Oversight.Runs.Targets;

/// <summary>
/// What may see true answers while X is trained. Implementations are few, each declared with its reason in <c>GroundTruthWallTests</c>; whoever uses one gets
/// labels or verdicts from it, never the truth itself.
/// </summary>
public interface ITruthReader
{
    /// <summary>The contexts that the next questions are about.</summary>
    /// <param name="contexts">In the order of the questions.</param>
    void Show(ReadOnlySpan<Context> contexts);
}
