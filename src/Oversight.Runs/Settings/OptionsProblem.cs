using Oversight.Learning.Options;
using Oversight.Runs.Options;
using Oversight.Runs.Rounds;
using Oversight.Tasks;

namespace Oversight.Runs.Settings;

/// <summary>What is wrong with options whose values are each allowed but do not go together, one line.</summary>
public static class OptionsProblem
{
    /// <summary>What is wrong with some options; null if nothing is.</summary>
    /// <param name="options">The options.</param>
    public static string? Of(TrainingOptions options) =>
        OfNetworks(options.Assistant, options.HumanModel, options.Amplify) ?? options.Method.ProblemOf(options) ?? OfCounts(options) ?? OfTask(options);

    /// <summary>Why the method of some options cannot train on their task; null if it can, or if there is no such task.</summary>
    /// <param name="options">The options.</param>
    public static string? OfTask(TrainingOptions options)
    {
        bool exists = TaskCatalog.Variants.Any(variant => variant.Name == options.Task) & Enum.TryParse(options.Preset, ignoreCase: true, out TaskPreset preset);
        return exists ? options.Method.ProblemOf(TaskCatalog.Create(options.Task, preset), options) : null;
    }

    private static string? OfNetworks(AssistantOptions assistant, HumanModelOptions humanModel, AmplifyOptions amplify)
    {
        if (humanModel.Width % humanModel.Heads != 0)
            return $"humanModel.width is {humanModel.Width}; it must be a multiple of humanModel.heads, which is {humanModel.Heads}";
        if (assistant.Network == AssistantKind.Published && assistant.Width % assistant.Heads != 0)
            return $"assistant.width is {assistant.Width}; it must be a multiple of assistant.heads, which is {assistant.Heads}";
        return assistant.Enough < 1 && amplify.AbstainBelow >= assistant.Enough
            ? $"amplify.abstainBelow is {Setting.Format(amplify.AbstainBelow)}; it must be below assistant.enough, which is {Setting.Format(assistant.Enough)}, or X abstains from what it has learned"
            : null;
    }

    /// <summary>Why counts come to nothing with the method: H would never be asked, and X would learn from nobody.</summary>
    private static string? OfCounts(TrainingOptions options)
    {
        LearningMethod method = options.Method;
        HumanOptions human = options.Human;
        if (human.Queries == 0 && method.AsksHuman(options))
            return $"human.queries is 0, and the method is {method}, which learns from H: give at least 1, or another --method";
        return method.ImitatesHuman && human is { Initial: 0, Rate: 0, Least: 0 }
            ? $"human.initial, human.rate and human.least are all 0, and the method is {method}: H is never asked, and "
                + "H' has nothing to learn from; give one of them"
            : null;
    }
}
