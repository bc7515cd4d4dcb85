using Oversight.Runs.Options;
using Oversight.Runs.Rounds;

namespace Oversight.Methods.IteratedAmplification;

/// <summary>Iterated Amplification in which H decomposes every question themselves: X learns to predict Amplify^H(X), and there is no H'.</summary>
public sealed class AmplifyScriptedMethod : LearningMethod
{
    /// <inheritdoc/>
    public override string Name => "amplify-scripted";

    /// <inheritdoc/>
    public override string Phase => "X learns from Amplify^H(X)";

    /// <inheritdoc/>
    public override MethodWords Words => AmplifyWords.Scripted;

    /// <inheritdoc/>
    public override bool AsksHuman(TrainingOptions options) => options.Amplify.Targets != TargetSource.Own;

    /// <inheritdoc/>
    public override bool Reads(string group, string name) => group == "amplify" || (group, name) == ("human", "queries") || base.Reads(group, name);

    /// <inheritdoc/>
    public override MethodRun Begin(MethodParts parts) =>
        MethodRun.Of(contexts => new AmplifyTargets(parts.Options.Amplify, parts.NewHumanCrew(contexts), isHuman: true));
}
