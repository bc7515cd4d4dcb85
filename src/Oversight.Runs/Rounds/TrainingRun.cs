using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Learning.HumanModels;
using Oversight.Neural;
using Oversight.Numerics;
using Oversight.Runs.Evaluation;
using Oversight.Runs.Overseers;
using Oversight.Runs.Processes;
using Oversight.Runs.Questions;
using Oversight.Runs.Targets;
using Oversight.Tasks;

namespace Oversight.Runs.Rounds;

/// <summary>The state of a run: X and H', the four processes, and the barrier between rounds.</summary>
public sealed class TrainingRun : IDisposable
{
    private const int HumanBatch = 64;
    private readonly TrainingOptions _options;
    private readonly WorkerPool _pool;
    private readonly RandomKey _key;
    private readonly BufferPool _memory = new();
    private readonly LearningMethod _method;
    private readonly MethodParts _parts;
    private readonly MethodRun _methodRun;
    private readonly Curriculum _curriculum;
    private readonly Snapshots _snapshots;
    private readonly HumanProcess? _human;
    private readonly HumanModelProcess? _humanModel;
    private readonly TargetProcess _targets;
    private readonly AssistantProcess _assistant;
    private readonly IProcess[] _processes;
    private readonly IReadOnlyList<LessonProcess> _lessons;
    private readonly IProcess[] _preparing;
    private readonly Action<int> _runProcess;
    private readonly Evaluator _evaluator;
    private readonly HeldOutSets _sets;
    private IProcess[] _active;
    private int _nextEvaluation;
    private bool _isReady;

    /// <summary>A run at its start.</summary>
    /// <param name="options">What to do.</param>
    /// <param name="pool">The threads.</param>
    public TrainingRun(TrainingOptions options, WorkerPool pool)
    {
        (_options, _pool) = (options, pool);
        _key = RandomKey.FromSeed(options.Seed);
        _method = options.Method;
        Task = TaskCatalog.Create(options.Task, Enum.Parse<TaskPreset>(options.Preset, ignoreCase: true));
        Network = AssistantNetwork.Create(Task, options.Assistant);
        Assistant = new AssistantLearner(Network, options.Learner, _key.Child("assistant"), pool, _memory);
        if (_method.ImitatesHuman)
        {
            HumanModelNetwork = new HumanModelNetwork(new TranscriptCodec(Task), options.HumanModel);
            HumanModel = new HumanModelLearner(HumanModelNetwork, options.HumanModel, _key.Child("human model"), pool);
        }

        _snapshots = new Snapshots(Assistant, HumanModel);
        _curriculum = new Curriculum(Task, options.Curriculum, _method.HumanClasses(Task, options));
        _parts = NewParts();
        _methodRun = _method.Begin(_parts);
        _lessons = _methodRun.Lessons;
        if (HumanModel is not null)
        {
            _human = NewHumanProcess();
            _humanModel = new HumanModelProcess(HumanModel, _human.Transcripts, options.HumanModel, _key.Child("imitate"));
        }

        _targets = new TargetProcess(options.Batch, options.Replay, options.Human.Queries, Task, NewMakers(), _curriculum, pool, _key.Child("targets"));
        _assistant = new AssistantProcess(Assistant, _targets.Replay, options.Replay.StepsPerRound, _key.Child("replay"));
        _processes = _human is null ? [_assistant, _targets] : [_assistant, _targets, _humanModel!, _human];
        if (Beside is not null)
            _processes = [.. _processes, Beside];
        _preparing = _human is null ? [.. _lessons] : [.. _lessons, _humanModel!, _human];
        _active = _preparing;
        _runProcess = i => _active[i].Run(Rounds);
        _evaluator = new Evaluator(
            Network, Assistant.Student, Assistant.Teacher.Weights, EvaluationOverseer, options.Amplify.AbstainBelow, EvaluationQuestions, pool, _memory);
        _sets = new HeldOutSets(Task, options.Evaluation, options.Batch.Questions, options.Seed);
        _nextEvaluation = options.Evaluation.Every;
    }

    /// <summary>The task.</summary>
    public AlgorithmicTask Task { get; }

    /// <summary>X's network.</summary>
    public AssistantNetwork Network { get; }

    /// <summary>X, its teacher and its optimiser.</summary>
    public AssistantLearner Assistant { get; }

    /// <summary>The network of H'; null where there is no H'.</summary>
    public HumanModelNetwork? HumanModelNetwork { get; }

    /// <summary>H' and its optimiser; null where there is no H'.</summary>
    public HumanModelLearner? HumanModel { get; }

    /// <summary>The weights as they are now, of use between rounds.</summary>
    public RunWeights Weights => new(Task, Network, Assistant.Student, Assistant.Teacher.Weights, HumanModelNetwork, HumanModel?.Imitation);

    /// <summary>Every vector that a run needs to go on: weights, averages, moments.</summary>
    internal IReadOnlyList<(string Prefix, ParameterVector Vector)> TrainingVectors => VectorsAt(_assistant.Capture(_snapshots.Steps));

    /// <summary>Every vector that a run needs to go on from where it stood.</summary>
    /// <param name="state">Where X stood: within a round, what was published before it is needed, too.</param>
    internal IReadOnlyList<(string Prefix, ParameterVector Vector)> VectorsAt(AssistantState state) =>
    [
        .. Weights.Vectors,
        .. state.IsWithinRound ? [("published.", _snapshots.Teacher)] : Array.Empty<(string, ParameterVector)>(),
        .. Assistant.TrainingVectors,
        .. HumanModel?.TrainingVectors ?? [],
        .. _methodRun.Vectors,
    ];

    /// <summary>Whether the method has something that learns beside X.</summary>
    internal bool HasBeside => Beside is not null;

    /// <summary>The transcripts that H' learns from; null without H'.</summary>
    internal TranscriptStore? Transcripts => _human?.Transcripts;

    /// <summary>How many kinds of lessons there are before the method proper.</summary>
    internal int Lessons => _lessons.Count;

    /// <summary>The batches that X learns from.</summary>
    internal ReplayBuffer<TargetBatch> Replay => _targets.Replay;

    /// <summary>Rounds so far: those that are over.</summary>
    public int Rounds { get; private set; }

    /// <summary>
    /// Steps so far: batches that X was given in the method proper, those without a target that counts included. What X was given before is
    /// in <see cref="OversightLedger.PreparingSteps"/>.
    /// </summary>
    public int Steps => _assistant.Batches;

    /// <summary>How many batches of a round that is not over X was given already: where a limit fell into the middle of it.</summary>
    public int StepsOfRound => _assistant.BatchesOfRound;

    /// <summary>
    /// Rounds before the method proper, in which X is given nothing or is prepared: H' learns to imitate H, or lessons are given.
    /// </summary>
    public int PreparingRounds => Rounds - (_targets.Replay.Count == 0 ? 0 : 1 + Steps / _options.Replay.StepsPerRound);

    /// <summary>Why the run is at its end, as far as it can tell without a clock; null while it goes on.</summary>
    public StopReason? End => HasDiverged ? StopReason.Diverged
        : Steps >= _options.Steps ? StopReason.Steps
        : _targets.IsOver ? StopReason.Queries : null;

    /// <summary>Whether X has been given enough batches for the next evaluation.</summary>
    public bool IsEvaluationDue => Steps >= _nextEvaluation;

    /// <summary>What stopped being a sensible number, in words; null while all is well.</summary>
    public string? Divergence => _assistant.Divergence ?? _humanModel?.Divergence ?? Beside?.Divergence
        ?? _lessons.Select(lesson => lesson.Divergence).FirstOrDefault(problem => problem is not null);

    /// <summary>Whether a loss or the gradient stopped being a number, or a loss exploded.</summary>
    public bool HasDiverged => Divergence is not null;

    /// <summary>The multiplications and additions of all matrix products so far, but for those of evaluations.</summary>
    public long Flops => Assistant.Flops + (HumanModel?.Flops ?? 0) + (_human?.Flops ?? 0) + _targets.Flops
        + _methodRun.Flops + _lessons.Sum(lesson => lesson.Flops);

    /// <summary>What oversight has cost so far.</summary>
    public OversightLedger Ledger =>
        _lessons.Aggregate(_targets.Spent + (_human?.Spent ?? new OversightLedger()) + _methodRun.Spent, (sum, lesson) => sum + lesson.Spent)
        + (Beside?.Spent ?? new OversightLedger())
        + new OversightLedger(Steps: Steps, HumanModelSteps: HumanModel?.Steps ?? 0, PreparingSteps: PreparingSteps);

    private int PreparingSteps => _lessons.Where(lesson => lesson.Teaches(Assistant)).Sum(lesson => lesson.Given);

    private ISideProcess? Beside => _methodRun.Beside;

    private string Phase => _isReady || _preparing.Length == 0 ? _method.Phase : _method.Preparation;

    private int EvaluationQuestions => _options.Batch.Questions;

    /// <summary>Whether X can learn from targets that are worth it: H' imitates H well enough, and lessons are over. Once it can, it stays so.</summary>
    private bool IsReady => _isReady |= _lessons.All(lesson => lesson.IsOver)
        && (_human is null || (_human.HasStarted && (HumanModelIsGood || Rounds >= _options.HumanModel.Patience)));

    // The average lags some rounds behind the weights that are judged here; X has warm-up steps to spare.
    private bool HumanModelIsGood => _humanModel!.TrainingLoss < _options.HumanModel.ReadyBelow;

    /// <summary>The steps at which X must not be given more without a look: those of the next evaluation, or the last of all.</summary>
    private int NextHalt => Steps < _nextEvaluation ? Math.Min(_nextEvaluation, _options.Steps) : _options.Steps;

    /// <summary>
    /// One round: the processes side by side, then the barrier. Where an evaluation or the last step falls into the middle of it, only X's
    /// part up to there; the next call goes on from there, in this process or another, to the same bytes.
    /// </summary>
    public void NextRound()
    {
        if (Steps >= _options.Steps)
            return;
        // Until whoever teaches X is ready X would learn nonsense, so only what prepares them runs.
        _active = IsReady ? _processes : _preparing;
        if (_active == _processes && _assistant.LeftOfRound > NextHalt - Steps)
        {
            _assistant.RunPart(Rounds + 1, NextHalt - Steps);
            return;
        }

        Rounds++;
        _pool.For(_active.Length, _runProcess);
        foreach (IProcess process in _active)
            process.Publish();
        _snapshots.Take();
    }

    /// <summary>Where the run stands.</summary>
    /// <param name="seconds">Seconds since its start.</param>
    public RunProgress Progress(double seconds) => new(
        Phase,
        Rounds,
        Steps,
        seconds,
        _assistant.Loss,
        _humanModel?.TrainingLoss,
        Ledger.HumanQueries,
        _curriculum.Difficulty.ToString())
    {
        PreparingSteps = PreparingSteps,
        PreparingRounds = PreparingRounds,
    };

    /// <summary>Measures accuracy on the held-out set that decisions are made on.</summary>
    /// <param name="seconds">Seconds since the start.</param>
    public MeasuredStep Evaluate(double seconds)
    {
        while (_nextEvaluation <= Steps)
            _nextEvaluation += _options.Evaluation.Every;
        return Evaluate(_sets.Deciding, seconds);
    }

    /// <summary>
    /// Measures accuracy on fresh contexts. The first of many noisy evaluations to cross a line is biased upwards, so that a line is crossed only once it is crossed here too.
    /// </summary>
    /// <param name="seconds">Seconds since the start.</param>
    public MeasuredStep Confirm(double seconds) => Evaluate(_sets.Confirming(Steps), seconds);

    /// <summary>Measures accuracy on the larger set that judges the run: no decision was made on its contexts, wherever the task has enough of them.</summary>
    /// <param name="seconds">Seconds since the start.</param>
    public MeasuredStep EvaluateFinally(double seconds) => Evaluate(_sets.Judging(), seconds);

    /// <summary>Where the run stands, but for what its session knows.</summary>
    /// <param name="seconds">Seconds so far.</param>
    /// <param name="measuringSeconds">Those of them that went into measuring.</param>
    internal RunState Capture(double seconds, double measuringSeconds) => new(
        Rounds,
        _nextEvaluation,
        _isReady,
        seconds,
        measuringSeconds,
        MetricsLength: 0,
        Evaluations: 0,
        _assistant.Capture(_snapshots.Steps),
        _humanModel?.Capture(),
        _human?.Capture(),
        _targets.Capture(),
        _curriculum.Capture(),
        ImmutableSortedDictionary<string, int>.Empty,
        ImmutableSortedDictionary<string, int>.Empty)
    {
        Lessons = [.. _lessons.Select(lesson => lesson.Capture())],
        Beside = Beside?.Capture(),
    };

    /// <summary>Goes on from where a run of the same options stood; weights and buffers have been filled already.</summary>
    /// <param name="state">Where it stood.</param>
    internal void Restore(RunState state)
    {
        (Rounds, _nextEvaluation, _isReady) = (state.Rounds, state.NextEvaluation, state.HumanModelReady);
        _assistant.Restore(state.Assistant);
        if (state.HumanModel is not null)
            _humanModel?.Restore(state.HumanModel);
        if (state.Human is not null)
            _human?.Restore(state.Human);
        foreach ((LessonProcess lesson, LessonState stood) in _lessons.Zip(state.Lessons))
            lesson.Restore(stood);
        if (state.Beside is not null)
            Beside?.Restore(state.Beside);
        _targets.Restore(state.Targets);
        _curriculum.Restore(state.Curriculum);
        _snapshots.Restore(state.Assistant);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _evaluator.Dispose();
        _targets.Dispose();
        _human?.Dispose();
        foreach (LessonProcess lesson in _lessons)
            lesson.Dispose();
        Beside?.Dispose();
        _memory.Dispose();
        _snapshots.Dispose();
        _methodRun.Dispose();
        HumanModel?.Dispose();
        Assistant.Dispose();
    }

    private MeasuredStep Evaluate(EvaluationSet set, double seconds)
    {
        EvaluationAnswers answers = _evaluator.Answer(set, _key.Child("evaluation"));
        return new MeasuredStep(
            Steps,
            Rounds,
            seconds,
            set.Judge(answers.Student),
            set.Judge(answers.Teacher),
            set.Judge(answers.Amplified),
            _assistant.Loss,
            _assistant.GradientNorm,
            _humanModel?.TrainingLoss,
            _human?.ValidationLoss,
            _targets.CountedShare,
            _curriculum.Difficulty.ToString(),
            _curriculum.OpenClasses,
            Ledger)
        {
            PreparingRounds = PreparingRounds,
            Others = JudgeOthers(set),
            Drift = HumanModel is null ? null : answers.Drift,
            Judged = _sets.Describe(set),
        };
    }

    /// <summary>The accuracy of whoever teaches X beside H and the facts.</summary>
    private ImmutableSortedDictionary<string, EvaluationResult> JudgeOthers(EvaluationSet set) =>
        _method.Words.Teacher is { } teacher && _methodRun.AnswerAsTeacher(set) is { } answers
            ? ImmutableSortedDictionary<string, EvaluationResult>.Empty.Add(teacher.Key, set.Judge(answers))
            : ImmutableSortedDictionary<string, EvaluationResult>.Empty;

    private HumanProcess NewHumanProcess()
    {
        var crew = new AmplifyCrew(Network, _snapshots.Teacher, _parts.NewHuman, HumanBatch, questionsPerContext: 1, _memory);
        return new HumanProcess(
            _options.Human,
            _options.Amplify.AbstainBelow,
            _options.Replay.StepsPerRound,
            Task,
            crew,
            _curriculum,
            HumanModel!,
            _parts.Transcripts!,
            HumanBatch,
            _key.Child("human"));
    }

    private MethodParts NewParts() => new(
        _options,
        Network,
        _snapshots.Teacher,
        HumanModelNetwork,
        _snapshots.HumanModel,
        HumanModelNetwork is null ? null : new TranscriptStore(HumanModelNetwork.Codec),
        _curriculum,
        () => _snapshots.Steps,
        _key)
    {
        Memory = _memory,
        Student = Assistant,
        Pool = _pool,
    };

    private ITargetMaker[] NewMakers()
    {
        int makers = _method.Makers(_options.Batch);
        int contexts = (_options.Batch.Contexts + makers - 1) / makers;
        return [.. Enumerable.Range(0, makers).Select(_ => _methodRun.NewMaker(contexts))];
    }

    /// <summary>Who amplifies in evaluations: H' where there is one, as it stands; otherwise H.</summary>
    private IOverseer EvaluationOverseer(int capacity, RandomStream random) => HumanModelNetwork is null
        ? _parts.NewHuman(random)
        : new HumanModel(HumanModelNetwork, HumanModel!.Imitation, capacity, _parts.Memory);
}
