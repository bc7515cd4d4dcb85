using Oversight.Runs.Options;
using Oversight.Runs.Rounds;
using Oversight.Tasks;

namespace Oversight.Methods.SelfAmplification;

/// <summary>
/// Amplify^M(M): as Iterated Amplification with H', but that H is cut off at a limit. From then on H' learns from its own transcripts, as far as they pass the filter,
/// and X from Amplify^H'(X).
/// </summary>
public sealed class SelfAmplificationMethod : LearningMethod
{
    /// <inheritdoc/>
    public override string Name => "self-amplification";

    /// <inheritdoc/>
    public override string Phase => "X and H' learn from Amplify^H'(X)";

    /// <inheritdoc/>
    public override IMethodOptions Options { get; } = new SelfAmplificationOptions();

    /// <inheritdoc/>
    public override MethodWords Words => SelfAmplificationWords.All;

    /// <inheritdoc/>
    public override bool ImitatesHuman => true;

    /// <inheritdoc/>
    public override bool Reads(string group, string name) => (group, name) == ("amplify", "sample") || base.Reads(group, name);

    /// <summary>Where H is gone, deeper questions wait until X agrees with what it is taught of those before.</summary>
    /// <param name="options">As the task has them.</param>
    public override TrainingOptions Adapt(TrainingOptions options) => options with { Curriculum = new CurriculumOptions { Frontier = 0.9 } };

    /// <inheritdoc/>
    public override int HumanClasses(AlgorithmicTask task, TrainingOptions options) =>
        options.Get<SelfAmplificationOptions>().HumanClasses is > 0 and var classes ? classes : (task.Classes.Length + 1) / 2;

    /// <inheritdoc/>
    public override MethodRun Begin(MethodParts parts) =>
        MethodRun.Of(contexts => new SelfAmplificationTargets(parts, contexts, Makers(parts.Options.Batch)));
}
