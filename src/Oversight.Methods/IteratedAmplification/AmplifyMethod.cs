using Oversight.Runs.Rounds;

namespace Oversight.Methods.IteratedAmplification;

/// <summary>
/// Iterated Amplification with H' (Christiano, Shlegeris, Amodei 2018, arXiv 1810.08575), the method of the paper: H' learns to imitate H, and X learns to predict
/// Amplify^H'(X).
/// </summary>
public sealed class AmplifyMethod : LearningMethod
{
    /// <inheritdoc/>
    public override string Name => "amplify";

    /// <inheritdoc/>
    public override string Phase => "X learns from Amplify^H'(X)";

    /// <inheritdoc/>
    public override MethodWords Words => AmplifyWords.WithHumanModel;

    /// <inheritdoc/>
    public override bool ImitatesHuman => true;

    /// <inheritdoc/>
    public override bool Reads(string group, string name) => group == "amplify" || base.Reads(group, name);

    /// <inheritdoc/>
    public override MethodRun Begin(MethodParts parts) =>
        MethodRun.Of(contexts => new AmplifyTargets(parts.Options.Amplify, parts.NewModelCrew(contexts), isHuman: false));
}
