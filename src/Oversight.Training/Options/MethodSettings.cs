namespace Oversight.Training.Options;

/// <summary>Which settings a method reads: changing one of the others changes nothing of its runs.</summary>
public static class MethodSettings
{
    /// <summary>Whether a method reads a setting, while training or while its accuracy is measured.</summary>
    /// <param name="method">The method.</param>
    /// <param name="setting">The setting.</param>
    public static bool AreRead(TrainingMethod method, Setting setting) => setting.Path.Split('.') switch
    {
        // Whoever amplifies X to measure it abstains and errs as H would.
        ["amplify", "abstainBelow"] => true,
        ["amplify", "sample"] => IsAmplified(method) || method == TrainingMethod.SelfAmplification,
        ["amplify", ..] => IsAmplified(method),
        ["human", "queries"] => HasHumanModel(method)
            || method is TrainingMethod.AmplifyScripted or TrainingMethod.RewardModelling or TrainingMethod.ExpertIteration,
        ["human" or "humanModel", ..] => HasHumanModel(method),
        ["expert", ..] => method == TrainingMethod.ExpertIteration,
        ["debate", ..] => method == TrainingMethod.Debate,
        ["reward", ..] => method == TrainingMethod.RewardModelling,
        ["weak", ..] => method == TrainingMethod.WeakToStrong,
        ["self", ..] => method == TrainingMethod.SelfAmplification,
        _ => true,
    };

    private static bool IsAmplified(TrainingMethod method) => method is TrainingMethod.Amplify or TrainingMethod.AmplifyScripted;

    private static bool HasHumanModel(TrainingMethod method) => method is TrainingMethod.Amplify or TrainingMethod.SelfAmplification;
}
