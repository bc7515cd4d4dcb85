using Oversight.Tasks;
using Oversight.Training.Options;
using Oversight.Training.Targets;

namespace Oversight.Training.Methods;

/// <summary>
/// Amplify^M(M): as Iterated Amplification with H', but that H is cut off at a limit. From then on H' learns from its own transcripts, as far as they pass the filter, and X from Amplify^H'(X).
/// </summary>
internal sealed class SelfAmplificationMethod : LearningMethod
{
    /// <inheritdoc/>
    public override bool ImitatesHuman => true;

    /// <inheritdoc/>
    public override string Phase => "X and H' learn from Amplify^H'(X)";

    /// <inheritdoc/>
    public override int HumanClasses(AlgorithmicTask task, TrainingOptions options) =>
        options.Self.HumanClasses > 0 ? options.Self.HumanClasses : (task.Classes.Length + 1) / 2;

    /// <inheritdoc/>
    public override ITargetMaker NewMaker(MethodParts parts, int contexts) => new SelfAmplifyMaker(parts, contexts, Makers(parts.Options.Batch));
}
