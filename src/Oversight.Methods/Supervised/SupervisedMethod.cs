using Oversight.Learning.Options;
using Oversight.Runs.Rounds;

namespace Oversight.Methods.Supervised;

/// <summary>Supervised learning on ground truth: the ceiling to compare with.</summary>
public sealed class SupervisedMethod : LearningMethod
{
    /// <inheritdoc/>
    public override string Name => "supervised";

    /// <inheritdoc/>
    public override string Phase => "X learns from true answers";

    /// <inheritdoc/>
    public override MethodWords Words => SupervisedWords.All;

    /// <inheritdoc/>
    public override bool LearnsTruth => true;

    /// <summary>Reading off true answers takes no time worth sharing.</summary>
    /// <param name="batch">The batch.</param>
    public override int Makers(BatchOptions batch) => 1;

    /// <inheritdoc/>
    public override MethodRun Begin(MethodParts parts) => MethodRun.Of(contexts => SupervisedTargets.New(parts, contexts));
}
