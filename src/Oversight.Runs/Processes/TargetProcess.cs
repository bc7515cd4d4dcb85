using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Learning.Options;
using Oversight.Numerics;
using Oversight.Runs.Options;
using Oversight.Runs.Questions;
using Oversight.Runs.Targets;
using Oversight.Tasks;

namespace Oversight.Runs.Processes;

/// <summary>
/// Process 3: draws contexts and questions and has targets made for them, by Amplify^H'(X) in the method proper; what X learns from. Who makes them is the
/// method's affair.
/// </summary>
public sealed class TargetProcess : IProcess, IDisposable
{
    private readonly ContextSource _contexts;
    private readonly Curriculum _curriculum;
    private readonly AlgorithmicTask _task;
    private readonly WorkerPool _pool;
    private readonly RandomKey _key;
    private readonly QuestionKind _kind;
    private readonly ITargetMaker[] _makers;
    private readonly IHumanAsker[] _askers;
    private readonly long _mostQueries;
    private readonly int _humanQueries;
    private readonly RandomStream[] _random;
    private readonly Context[] _drawn;
    private readonly Answer[] _ownAnswers;
    private readonly bool[] _agrees;
    private readonly Action<int> _runShard;
    private int _round;
    private OversightLedger _spentBefore = new();

    /// <summary>A process.</summary>
    /// <param name="batch">How large a batch is.</param>
    /// <param name="replay">How many batches are kept.</param>
    /// <param name="humanQueries">The most human queries.</param>
    /// <param name="task">The task.</param>
    /// <param name="makers">One a shard.</param>
    /// <param name="curriculum">What is asked.</param>
    /// <param name="pool">Runs the shards.</param>
    /// <param name="key">The key of everything drawn here.</param>
    /// <param name="kind">Which questions are drawn.</param>
    public TargetProcess(
        BatchOptions batch,
        ReplayOptions replay,
        int humanQueries,
        AlgorithmicTask task,
        ITargetMaker[] makers,
        Curriculum curriculum,
        WorkerPool pool,
        RandomKey key,
        QuestionKind kind = QuestionKind.Asked)
    {
        (_task, _makers, _curriculum, _pool, _key, _kind) = (task, makers, curriculum, pool, key, kind);
        _contexts = new ContextSource(task, HeldOut: false);
        _humanQueries = humanQueries;
        _random = [.. makers.Select(_ => key.Stream())];
        _drawn = new Context[batch.Contexts];
        _ownAnswers = new Answer[batch.Contexts * batch.Questions];
        _agrees = new bool[_ownAnswers.Length];
        Replay = new ReplayBuffer<TargetBatch>(
            replay.Batches, () => new TargetBatch(batch.Contexts, batch.Questions));
        _runShard = RunShard;
        _askers = [.. makers.OfType<IHumanAsker>()];
        _mostQueries = _askers.Select((asker, shard) => asker.MostQueries(ContextsOf(shard) * batch.Questions)).Sum();
    }

    /// <summary>What X learns from.</summary>
    public ReplayBuffer<TargetBatch> Replay { get; }

    /// <summary>What targets have cost so far.</summary>
    public OversightLedger Spent => _makers.Aggregate(_spentBefore, (sum, maker) => sum + maker.Spent);

    /// <summary>The multiplications and additions of all matrix products so far.</summary>
    public long Flops => _makers.Sum(maker => maker.Flops);

    /// <summary>
    /// Whether no more batches are made, and the last one has been learned: every target takes a human query, and none is left.
    /// </summary>
    public bool IsOver { get; private set; }

    /// <summary>The share of targets in the last batch that count.</summary>
    public double CountedShare { get; private set; }

    private long QueriesLeft => _humanQueries - Spent.HumanQueries;

    private bool WantsAgreement => _curriculum.WantsAgreement && _makers[0].Teacher is not null;

    /// <inheritdoc/>
    public void Run(int round)
    {
        _round = round;
        IsOver = _mostQueries > 0 && QueriesLeft <= 0;
        if (IsOver)
            return;
        if (_mostQueries > 0 && QueriesLeft < _mostQueries)
            RunShardsInTurn();
        else
            _pool.For(_makers.Length, _runShard);
        TargetBatch batch = Replay.Next;
        CountedShare = batch.TotalWeight / batch.Weights.Length;
    }

    /// <inheritdoc/>
    public void Publish()
    {
        if (IsOver)
            return;
        if (WantsAgreement)
            _curriculum.Observe(Replay.Next.Questions, _agrees);
        foreach (ITargetMaker maker in _makers)
            maker.Publish();
        Replay.Publish();
    }

    /// <summary>Where it stands; the batches are kept apart.</summary>
    public TargetState Capture() => new(Spent, CountedShare, IsOver);

    /// <summary>Goes back to where it stood; the makers must be new.</summary>
    public void Restore(TargetState state) => (_spentBefore, CountedShare, IsOver) = (state.Spent, state.CountedShare, state.IsOver);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (ITargetMaker maker in _makers)
            maker.Dispose();
    }

    /// <summary>
    /// The queries that are left may not do for all shards: one after the other, each has what those before it left, on any number of
    /// threads.
    /// </summary>
    private void RunShardsInTurn()
    {
        for (int shard = 0; shard < _makers.Length; shard++)
        {
            _askers[shard].Allowance = Math.Max(0, QueriesLeft);
            RunShard(shard);
        }
    }

    private int FirstOf(int shard) => _drawn.Length * shard / _makers.Length;

    private int ContextsOf(int shard) => FirstOf(shard + 1) - FirstOf(shard);

    private void RunShard(int shard)
    {
        int first = FirstOf(shard);
        int contexts = ContextsOf(shard);
        RandomKey key = _key.Child(_round).Child(shard);
        _random[shard].Restart(key.Child("questions"));
        DrawBatch(first, contexts, _random[shard]);

        TargetBatch batch = Replay.Next;
        int per = batch.QuestionsPerContext;
        Range part = (first * per)..((first + contexts) * per);
        ITargetMaker maker = _makers[shard];
        maker.TruthReader?.Show(_drawn.AsSpan(first, contexts));
        maker.Make(batch.Questions.AsSpan(part), batch.Targets.AsSpan(part), key.Child("amplify"));
        Weigh(batch.Targets.AsSpan(part), batch.Weights.AsSpan(part), maker);
        if (maker is IHumanAsker { Unasked: > 0 and var unasked })
            batch.Weights.AsSpan(part)[^unasked..].Clear();
        if (WantsAgreement)
            Compare(maker.Teacher!, batch.Questions.AsSpan(part), batch.Targets.AsSpan(part), part);
        maker.Teacher?.Forget();
    }

    private void DrawBatch(int first, int contexts, RandomStream random)
    {
        TargetBatch batch = Replay.Next;
        for (int i = first; i < first + contexts; i++)
        {
            _drawn[i] = _contexts.Draw(_curriculum.Difficulty, random);
            batch.Contexts[i] = _drawn[i].Facts;
            for (int j = 0; j < batch.QuestionsPerContext; j++)
                batch.Questions[i * batch.QuestionsPerContext + j] = _curriculum.Draw(_kind, _drawn[i], random);
        }
    }

    private void Weigh(ReadOnlySpan<Answer> targets, Span<float> weights, ITargetMaker maker)
    {
        double nothingWeight = maker.NothingWeight(_round);
        for (int i = 0; i < targets.Length; i++)
            weights[i] = (float)(targets[i].IsUnknown ? maker.UnknownWeight : _task.SaysNothing(targets[i]) ? nothingWeight : 1);
    }

    /// <summary>Whether the teacher alone gives the target, and not idk.</summary>
    private void Compare(TransformerAssistant teacher, ReadOnlySpan<Question> questions, ReadOnlySpan<Answer> targets, Range part)
    {
        Span<Answer> own = _ownAnswers.AsSpan(part);
        Span<bool> agrees = _agrees.AsSpan(part);
        teacher.AbstainBelow = 0;
        teacher.Answer(questions, own);
        for (int i = 0; i < own.Length; i++)
            agrees[i] = own[i] == targets[i] && !own[i].IsUnknown;
    }
}
