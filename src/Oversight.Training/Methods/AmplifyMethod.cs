using Oversight.Training.Targets;

namespace Oversight.Training.Methods;

/// <summary>Iterated Amplification with H', the method of the paper: targets are Amplify^H'(X).</summary>
internal sealed class AmplifyMethod : LearningMethod
{
    /// <inheritdoc/>
    public override bool ImitatesHuman => true;

    /// <inheritdoc/>
    public override string Phase => "X learns from Amplify^H'(X)";

    /// <inheritdoc/>
    public override ITargetMaker NewMaker(MethodParts parts, int contexts) =>
        new AmplifyMaker(parts.Options.Amplify, parts.NewModelCrew(contexts), isHuman: false);
}
