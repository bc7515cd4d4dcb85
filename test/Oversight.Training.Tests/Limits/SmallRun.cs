using Oversight.Methods;
using Oversight.Methods.ExpertIteration;
using Oversight.Methods.RewardModelling;
using Oversight.Methods.SelfAmplification;
using Oversight.Methods.WeakToStrong;
using Oversight.Numerics;
using Oversight.Runs.Options;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Training.Tests.Checkpoints;

namespace Oversight.Training.Tests.Limits;

/// <summary>
/// The smallest run of each method: the first task that it can be trained on, networks of a few numbers, batches of a few questions.
/// </summary>
internal static class SmallRun
{
    private static readonly string[] Tasks = ["permutation-powering", "wildcard-search"];

    private static readonly TrainingOptions Small = RecordedRun.Short with
    {
        Human = new HumanOptions { Initial = 16, Rate = 3 },
        Evaluation = new EvaluationOptions { Every = 1000, Contexts = 1, FinalContexts = 1 },
        Checkpoint = new CheckpointOptions { Seconds = 86_400 },
    };

    private static readonly IMethodOptions[] SmallOwn =
    [
        new WeakToStrongOptions { Width = 8, Layers = 1, Steps = 3, Pretraining = 2, Ramp = 2, Confidence = 0.5 },
        new RewardModellingOptions { Questions = 3, Sure = 0.5 },
    ];

    /// <summary>Every method, and every way of a method that spends human queries otherwise.</summary>
    public static IReadOnlyDictionary<string, TrainingOptions> Kinds { get; } = AllKinds();

    /// <summary>The names of all kinds.</summary>
    public static IEnumerable<string> Names => Kinds.Keys.Order(StringComparer.Ordinal);

    /// <summary>The kinds that spend human queries.</summary>
    public static string[] Asking { get; } =
    [
        "amplify", "amplify-scripted", "reward-modelling", "self-amplification", "self-consistent",
        "expert by decomposition", "expert by sheets",
    ];

    /// <summary>The kinds in which every target takes human queries: they end when these are used up.</summary>
    public static string[] LivingOnQueries { get; } = ["amplify-scripted", "expert by decomposition", "expert by sheets"];

    /// <summary>Runs to the end, without a folder.</summary>
    public static RunResult Run(TrainingOptions options, int threads = 1)
    {
        using var pool = new WorkerPool(threads);
        using var session = new TrainingSession(options, pool, TimeProvider.System);
        return TrainingLoop.Run(session, new ObserverGroup(), CancellationToken.None);
    }

    /// <summary>What a run came to, as a line in which everything that must be the same is.</summary>
    public static string LineOf(RunResult result) =>
        $"{result.Stopped} {result.Final.Step} {result.Final.Round} {result.Final.PreparingRounds} {result.Ledger} "
        + $"{result.Final.AssistantLoss:R} {result.Final.GradientNorm:R}";

    private static SortedDictionary<string, TrainingOptions> AllKinds()
    {
        var kinds = new SortedDictionary<string, TrainingOptions>(StringComparer.Ordinal);
        foreach (LearningMethod method in BuiltInMethods.All.All)
        {
            TrainingOptions options = Small with { Method = method, Own = SmallOwn.FirstOrDefault(own => own.Group == method.Options?.Group, method.Options!) };
            string task = Tasks.First(task => OptionsProblem.OfTask(options with { Task = task }) is null);
            kinds[Setting.Format(method)] = options with { Task = task };
        }

        TrainingOptions expert = kinds["expert-iteration"];
        kinds["expert by decomposition"] = expert with { Own = new ExpertIterationOptions { Search = ProposalSearch.Decomposed, Temperature = 2 } };
        kinds["expert by sheets"] = expert with
        {
            Own = new ExpertIterationOptions { Search = ProposalSearch.Decomposed, Sheet = 3, Proposals = 3 },
        };
        kinds["self-consistent"] = kinds["self-amplification"] with { Own = new SelfAmplificationOptions { Filter = TranscriptFilter.Consistent } };
        kinds["unprepared"] = kinds["weak-to-strong"] with { Own = kinds["weak-to-strong"].Get<WeakToStrongOptions>() with { Pretraining = 0 } };
        return kinds;
    }
}
