using Oversight.Tasks;

namespace Oversight.Training.Options;

/// <summary>The options of each task, preset and method before anything is set: the numbers that were tuned stand here and nowhere else.</summary>
public static class Presets
{
    /// <summary>The preset that is used where none is named.</summary>
    public const TaskPreset Default = TaskPreset.Paper;

    /// <summary>The options of a task.</summary>
    /// <param name="task">The task's name.</param>
    /// <param name="preset">The size.</param>
    /// <param name="method">How X is trained.</param>
    public static TrainingOptions Create(string task, TaskPreset preset, TrainingMethod method) => new()
    {
        Task = task,
        Preset = preset.ToString().ToLowerInvariant(),
        Method = method,
        Batch = BatchOf(task, preset),
        Assistant = BeginningAnew(AssistantOf(task.Split(':'), preset), task, preset, method),
        Amplify = AmplifyOf(task, preset),
        Human = method == TrainingMethod.SelfAmplification ? WhileThere(HumanOf(task, preset), task) : HumanOf(task, preset),
        HumanModel = HumanModelOf(task),
        Teacher = TeacherOf(task),
        Evaluation = EvaluationOf(task, preset),
        Weak = WeakOf(task, AssistantOf(task.Split(':'), preset)),
        Curriculum = new CurriculumOptions { Frontier = Frontier(task, method) },
    };

    /// <summary>
    /// Where H cannot tell yet, or is gone, deeper questions wait until X agrees with what it is taught of those before: comparing them would tell nothing. Nor would adding
    /// up counts that are guesses: X would agree with itself that hardly anything satisfies.
    /// </summary>
    private static double Frontier(string task, TrainingMethod method) => method switch
    {
        TrainingMethod.SelfAmplification or TrainingMethod.RewardModelling => 0.9,
        TrainingMethod.Amplify or TrainingMethod.AmplifyScripted when task == "sat-counting" => 0.9,
        _ => 0,
    };

    /// <summary>
    /// Of what one fact tells there is much to learn in one context; of what many tell together, a graph or a formula or a chain of sums, there is more in many times as many, and
    /// X moves on from level to level in fewer steps. Not so in the largest graphs, where supervised learning did better with few.
    /// </summary>
    private static BatchOptions BatchOf(string task, TaskPreset preset)
    {
        int times = TimesContexts(task, preset);
        return new BatchOptions { Contexts = 8 * times, Questions = QuestionsOf(preset) / times };
    }

    private static int TimesContexts(string task, TaskPreset preset) => (task, preset) switch
    {
        ("shortest-path", TaskPreset.Paper) => 1,
        ("shortest-path" or "sat-counting", _) => 4,
        _ => HasSums(task.Split(':')) ? 4 : 1,
    };

    private static int QuestionsOf(TaskPreset preset) => preset switch
    {
        TaskPreset.Tiny => 16,
        TaskPreset.Small => 32,
        TaskPreset.Paper => 64,
        _ => throw new ArgumentOutOfRangeException(nameof(preset), preset, "Not a preset."),
    };

    /// <summary>
    /// X's network. A chain of look-ups needs a layer a link, two where each link has operands to look up first. What is looked up is the same at every level; what has to be
    /// added or counted needs an MLP a layer; what lies in no one fact, a sum over all of them. Long chains drift unless steps shrink with the gradient (epsilon) or with time.
    /// </summary>
    private static AssistantOptions AssistantOf(string[] task, TaskPreset preset) => task[0] switch
    {
        "permutation-powering" => Network(preset, layers: (3, 4, 6), width: (64, 64, 64)),
        "wildcard-search" => Network(preset, layers: (4, 6, 6), width: (64, 64, 128)),
        "sequential-assignments" when HasSums(task) =>
            Network(preset, layers: (10, 16, 24), width: (128, 128, 160)) with { Shared = AssistantOptions.SharedLookups, Rate = 5e-4, CoolAfter = 1000, Enough = 0.6 },
        "sequential-assignments" => Network(preset, layers: (10, 16, 24), width: (128, 128, 160)) with { Shared = AssistantOptions.SharedAll, Rate = 5e-4, Epsilon = 1e-5, CoolAfter = 300 },
        "union-find" => Network(preset, layers: (8, 14, 20), width: (128, 128, 160)) with { Shared = AssistantOptions.SharedAll, Rate = 5e-4, Epsilon = 1e-5, CoolAfter = 1000 },
        "shortest-path" => Network(preset, layers: (6, 8, 12), width: (128, 160, 320)) with
        {
            Shared = AssistantOptions.SharedLookups,
            Rate = preset == TaskPreset.Paper ? 5e-4 : 6e-4,
            Epsilon = 1e-5,
            CoolAfter = preset == TaskPreset.Paper ? 300 : 600,
        },
        "sat-counting" => Network(preset, layers: (2, 2, 2), width: (64, 64, 128)) with { Counts = true },
        _ => Network(preset, layers: (3, 4, 6), width: (64, 64, 64)),
    };

    /// <summary>
    /// The teacher's memory. Where an answer at one level waits for all before it, a long one costs steps at each; where X starts near the answer, its steps are noise to be
    /// averaged over.
    /// </summary>
    private static TeacherOptions TeacherOf(string task) => task switch
    {
        "permutation-powering" => new TeacherOptions { Horizon = 10, Share = 0 },
        "shortest-path" => new TeacherOptions { Horizon = 20, Share = 0.03 },
        _ => new TeacherOptions { Horizon = 10, Share = 0.1 },
    };

    private static AssistantOptions Network(TaskPreset preset, (int Tiny, int Small, int Paper) layers, (int Tiny, int Small, int Paper) width) => preset switch
    {
        TaskPreset.Tiny => new AssistantOptions { Layers = layers.Tiny, Width = width.Tiny },
        TaskPreset.Small => new AssistantOptions { Layers = layers.Small, Width = width.Small },
        _ => new AssistantOptions { Layers = layers.Paper, Width = width.Paper },
    };

    /// <summary>
    /// How often H is asked. Where he compares what he was told in up to nine exchanges, H' must see him again and again as X gets further; where he adds numbers up to
    /// 64, H' needs thousands of sums.
    /// </summary>
    private static HumanOptions HumanOf(string task, TaskPreset preset) => (task.Split(':')[0], preset) switch
    {
        ("sequential-assignments", _) when HasSums(task.Split(':')) => new HumanOptions { Initial = 1000, Rate = 30 },
        ("union-find", _) => new HumanOptions { Initial = 500, Rate = 100 },
        ("shortest-path", TaskPreset.Paper) => new HumanOptions { Initial = 500, Rate = 100, Least = 10, Unlike = 0.5 },
        ("shortest-path", _) => new HumanOptions { Initial = 500, Rate = 100, Unlike = 0.5 },
        ("wildcard-search", TaskPreset.Paper) => new HumanOptions { Initial = 3000, Rate = 10 },
        ("wildcard-search", TaskPreset.Tiny or TaskPreset.Small) => new HumanOptions { Initial = 1000, Rate = 10 },
        ("sequential-assignments", TaskPreset.Paper) => new HumanOptions { Initial = 1000, Rate = 3 },
        _ => new HumanOptions(),
    };

    /// <summary>Where words do not tell how deep a question is, H goes along for so many queries before he is cut off.</summary>
    private static HumanOptions WhileThere(HumanOptions human, string task) =>
        task.Split(':')[0] is "shortest-path" or "union-find" or "sequential-assignments" ? human with { Queries = 2 * human.Initial } : human;

    /// <summary>The weak supervisor is half as deep as X, and learns for less long than X would need.</summary>
    private static WeakOptions WeakOf(string task, AssistantOptions strong) => new()
    {
        Layers = Math.Max(1, strong.Layers / 2),
        Width = strong.Width,
        Steps = task.Split(':')[0] is "wildcard-search" or "permutation-powering" ? 100 : 300,
    };

    /// <summary>
    /// H', and how it keeps up with X. In a dialogue of some fifty symbols a loss that is small a symbol is still a mistake in one dialogue of twenty, so H' never idles; to
    /// compare what he was told in up to nine exchanges it needs a layer to find it and one to compare it. An average over steps does not err in another dialogue at each of
    /// them. Where what X cannot tell is taken for "there is no way", an X that begins to learn from an H' who errs is soon so sure of it that it stands still for hundreds of
    /// steps; it waits for a better one.
    /// </summary>
    private static HumanModelOptions HumanModelOf(string task) => task switch
    {
        "shortest-path" => new HumanModelOptions { Layers = 2, Heads = 4, StepsPerRound = 4, ReadyBelow = 0.003, IdleBelow = 0, Enough = 0.98, Horizon = 50 },
        "union-find" => new HumanModelOptions { Layers = 2, Heads = 4, StepsPerRound = 4, IdleBelow = 0 },
        _ when HasSums(task.Split(':')) => new HumanModelOptions { StepsPerRound = 4, IdleBelow = 0, Enough = 0.98, Horizon = 50 },
        _ => new HumanModelOptions(),
    };

    /// <summary>
    /// H for shortest path takes idk for "there is no way", so an X that abstains would be taught that there is none. In the largest graphs most questions are farther than X knows
    /// at first, and all of them have that target: it must not drown the others. The largest union-find was learned with sub-answers that are drawn.
    /// </summary>
    private static AmplifyOptions AmplifyOf(string task, TaskPreset preset) => (task, preset) switch
    {
        ("shortest-path", TaskPreset.Paper) => new AmplifyOptions { AbstainBelow = 0, NothingWeight = 0.25, NothingUntil = 1200 },
        ("shortest-path", _) => new AmplifyOptions { AbstainBelow = 0 },
        ("union-find", TaskPreset.Paper) => new AmplifyOptions { Sample = true },
        _ => new AmplifyOptions(),
    };

    /// <summary>An X that was taught for hundreds of steps that there is no way where there is one does not learn better any more; a new one does.</summary>
    private static AssistantOptions BeginningAnew(AssistantOptions assistant, string task, TaskPreset preset, TrainingMethod method) =>
        (task, preset, method) is ("shortest-path", TaskPreset.Paper, TrainingMethod.Amplify or TrainingMethod.AmplifyScripted)
            ? assistant with { AnewEvery = 300, AnewUntil = 1500 }
            : assistant;

    private static bool HasSums(string[] task) => task is ["sequential-assignments", _];

    /// <summary>Permutation powering is learned in some 150 steps: a curve needs more points than for the other tasks. Fewer questions a context need more contexts for as many in all.</summary>
    private static EvaluationOptions EvaluationOf(string task, TaskPreset preset)
    {
        var usual = new EvaluationOptions();
        int times = TimesContexts(task, preset);
        return new EvaluationOptions
        {
            Every = task == "permutation-powering" ? 10 : usual.Every,
            Contexts = times * usual.Contexts,
            FinalContexts = times * usual.FinalContexts,
        };
    }
}
