using Oversight.Training.Options;
using Oversight.Training.Targets;

namespace Oversight.Training.Methods;

/// <summary>Iterated Amplification in which H decomposes every question himself: targets are Amplify^H(X).</summary>
internal sealed class AmplifyScriptedMethod : LearningMethod
{
    /// <inheritdoc/>
    public override string Phase => "X learns from Amplify^H(X)";

    /// <inheritdoc/>
    public override bool AsksHuman(TrainingOptions options) => options.Amplify.Targets != "own";

    /// <inheritdoc/>
    public override ITargetMaker NewMaker(MethodParts parts, int contexts) =>
        new AmplifyMaker(parts.Options.Amplify, parts.NewHumanCrew(contexts), isHuman: true);
}
