using Oversight.Learning.Options;
using Oversight.Methods;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Tasks;

namespace Oversight.Benchmarks;

/// <summary>The sizes that are timed: permutation powering with 64 elements and exponents to 63, as in the paper (section 3).</summary>
internal static class BenchmarkOptions
{
    private const string TaskName = "permutation-powering";

    /// <summary>What <c>oversight train permutation-powering</c> runs.</summary>
    public static TrainingOptions Default { get; } = Presets.Create(TaskName, TaskPreset.Paper, BuiltInMethods.Get("amplify"));

    /// <summary>The paper's batch of 50 contexts with 64 questions each, its H', and the published network for X.</summary>
    /// <param name="width">C of X.</param>
    /// <param name="layers">Layers over the facts.</param>
    /// <param name="answerLayers">Layers over the questions.</param>
    /// <param name="contexts">Contexts a batch.</param>
    public static TrainingOptions Published(int width, int layers, int answerLayers, int contexts = 50) => Default with
    {
        Batch = Default.Batch with { Contexts = contexts, Questions = 64 },
        Assistant = Default.Assistant with
        {
            Network = AssistantKind.Published,
            Width = width,
            Layers = layers,
            AnswerLayers = answerLayers,
            Heads = 8,
            Embedding = 100,
        },
        HumanModel = Default.HumanModel with { Width = 128, Layers = 4, Heads = 4, Batch = 50, IdleBelow = 0 },
        Amplify = Default.Amplify with { AbstainBelow = 0 },
        Replay = Default.Replay with { Batches = 4, StepsPerRound = 4 },
    };

    /// <summary>The look-up network on 16 elements with exponents to 15.</summary>
    public static TrainingOptions SmallLookup { get; } = Presets.Create(TaskName, TaskPreset.Small, BuiltInMethods.Get("amplify")) with
    {
        Batch = new BatchOptions { Contexts = 16, Questions = 32 },
    };

    /// <summary>The task that options name.</summary>
    public static AlgorithmicTask TaskOf(TrainingOptions options) =>
        TaskCatalog.Create(options.Task, Enum.Parse<TaskPreset>(options.Preset, ignoreCase: true));
}
