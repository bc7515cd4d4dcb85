using Oversight.Numerics;
using Oversight.Training.Options;
using Oversight.Training.Runs;
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
        Weak = new WeakOptions { Width = 8, Layers = 1, Steps = 3, Pretraining = 2, Ramp = 2, Confidence = 0.5 },
        Reward = new RewardOptions { Questions = 3, Sure = 0.5 },
        Evaluation = new EvaluationOptions { Every = 1000, Contexts = 1, FinalContexts = 1 },
        Checkpoint = new CheckpointOptions { Seconds = 86_400 },
    };

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
        return IteratedAmplification.Run(session, new ObserverGroup(), CancellationToken.None);
    }

    /// <summary>What a run came to, as a line in which everything that must be the same is.</summary>
    public static string LineOf(RunResult result) =>
        $"{result.Stopped} {result.Final.Step} {result.Final.Round} {result.Final.PreparingRounds} {result.Ledger} "
        + $"{result.Final.AssistantLoss:R} {result.Final.GradientNorm:R}";

    private static SortedDictionary<string, TrainingOptions> AllKinds()
    {
        var kinds = new SortedDictionary<string, TrainingOptions>(StringComparer.Ordinal);
        foreach (TrainingMethod method in Enum.GetValues<TrainingMethod>())
        {
            TrainingOptions options = Small with { Method = method };
            string task = Tasks.First(task => TrainingMethods.ProblemOf(options with { Task = task }) is null);
            kinds[Setting.Format(method)] = options with { Task = task };
        }

        TrainingOptions expert = kinds["expert-iteration"];
        kinds["expert by decomposition"] = expert with { Expert = new ExpertOptions { Search = "decomposed", Temperature = 2 } };
        kinds["expert by sheets"] = expert with { Expert = new ExpertOptions { Search = "decomposed", Sheet = 3, Proposals = 3 } };
        kinds["self-consistent"] = kinds["self-amplification"] with { Self = new SelfOptions { Filter = "consistent" } };
        kinds["unprepared"] = kinds["weak-to-strong"] with { Weak = Small.Weak with { Pretraining = 0 } };
        return kinds;
    }
}
