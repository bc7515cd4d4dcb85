using Oversight.Training.Options;
using Oversight.Training.Targets;

namespace Oversight.Training.Methods;

/// <summary>Supervised learning on ground truth: the ceiling to compare with.</summary>
internal sealed class SupervisedMethod : LearningMethod
{
    /// <inheritdoc/>
    public override string Phase => "X learns from true answers";

    /// <summary>Reading off true answers takes no time worth sharing.</summary>
    public override int Makers(BatchOptions batch) => 1;

    /// <inheritdoc/>
    public override ITargetMaker NewMaker(MethodParts parts, int contexts) => new LabelMaker(parts.Errors);
}
