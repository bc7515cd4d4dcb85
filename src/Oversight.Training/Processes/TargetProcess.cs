using Oversight.Core;
using Oversight.Determinism;
using Oversight.Numerics;
using Oversight.Tasks;
using Oversight.Training.Assistants;
using Oversight.Training.Checkpoints;
using Oversight.Training.Options;

namespace Oversight.Training.Processes;

/// <summary>Process 3: draws contexts and questions and has them answered, by Amplify^H'(X) in the method proper, to make what X learns from.</summary>
internal sealed class TargetProcess : IProcess, IDisposable
{
    private readonly TrainingOptions _options;
    private readonly ContextSource _contexts;
    private readonly Curriculum _curriculum;
    private readonly WorkerPool _pool;
    private readonly RandomKey _key;
    private readonly AmplifyCrew[] _crews;
    private readonly Context[] _drawn;
    private readonly Answer[] _ownAnswers;
    private readonly bool[] _agrees;
    private readonly Action<int> _runShard;
    private int _round;
    private long _answeredBefore;

    /// <summary>A process.</summary>
    /// <param name="options">The run's options.</param>
    /// <param name="task">The task.</param>
    /// <param name="crews">One crew a shard; none where targets are labels.</param>
    /// <param name="curriculum">What is asked.</param>
    /// <param name="pool">Runs the shards.</param>
    /// <param name="key">The key of everything drawn here.</param>
    public TargetProcess(
        TrainingOptions options, AlgorithmicTask task, AmplifyCrew[] crews, Curriculum curriculum, WorkerPool pool, RandomKey key)
    {
        (_options, _crews, _curriculum, _pool, _key) = (options, crews, curriculum, pool, key);
        _contexts = new ContextSource(task, HeldOut: false);
        _drawn = new Context[options.Batch.Contexts];
        _ownAnswers = new Answer[options.Batch.Contexts * options.Batch.Questions];
        _agrees = new bool[_ownAnswers.Length];
        Replay = new ReplayBuffer<TargetBatch>(
            options.Replay.Batches, () => new TargetBatch(options.Batch.Contexts, options.Batch.Questions));
        _runShard = RunShard;
    }

    /// <summary>What X learns from.</summary>
    public ReplayBuffer<TargetBatch> Replay { get; }

    /// <summary>Questions that X has answered so far.</summary>
    public long QuestionsAnswered => _answeredBefore + _crews.Sum(crew => crew.Primitives.Forwarded);

    /// <summary>Questions that targets were made for so far.</summary>
    public long QuestionsMade { get; private set; }

    /// <summary>Sub-questions and answers that overseers have given so far.</summary>
    public long HumanDecisions { get; private set; }

    /// <summary>The share of targets in the last batch that count.</summary>
    public double CountedShare { get; private set; }

    /// <inheritdoc/>
    public void Run(int round)
    {
        _round = round;
        _pool.For(Math.Max(_crews.Length, 1), _runShard);
        TargetBatch batch = Replay.Next;
        CountedShare = batch.TotalWeight / batch.Weights.Length;
        QuestionsMade += batch.Questions.Length;
        HumanDecisions += _crews.Sum(CountDecisions);
    }

    /// <inheritdoc/>
    public void Publish()
    {
        if (_curriculum.WantsAgreement && _crews.Length > 0)
            _curriculum.Observe(Replay.Next.Questions, _agrees);
        Replay.Publish();
    }

    /// <summary>Where it stands; the batches are kept apart.</summary>
    public TargetState Capture() => new(QuestionsMade, QuestionsAnswered, HumanDecisions, CountedShare);

    /// <summary>Goes back to where it stood.</summary>
    public void Restore(TargetState state)
    {
        _answeredBefore = state.QuestionsAnswered;
        (QuestionsMade, HumanDecisions, CountedShare) = (state.QuestionsMade, state.HumanDecisions, state.CountedShare);
    }

    public void Dispose()
    {
        foreach (AmplifyCrew crew in _crews)
            crew.Dispose();
    }

    private void RunShard(int shard)
    {
        int shards = Math.Max(_crews.Length, 1);
        int first = _drawn.Length * shard / shards;
        int contexts = _drawn.Length * (shard + 1) / shards - first;
        RandomKey key = _key.Child(_round).Child(shard);
        DrawBatch(first, contexts, key.Child("questions").Stream());

        TargetBatch batch = Replay.Next;
        int per = batch.QuestionsPerContext;
        Range part = (first * per)..((first + contexts) * per);
        if (_crews.Length == 0)
            Label(first, contexts);
        else
            Amplify(_crews[shard], batch.Questions.AsSpan(part), batch.Targets.AsSpan(part), part, key.Child("amplify"));
        Weigh(batch.Targets.AsSpan(part), batch.Weights.AsSpan(part));
    }

    private static long CountDecisions(AmplifyCrew crew)
    {
        long decisions = 0;
        for (int i = 0; i < crew.Amplified.Transcripts.Count; i++)
            decisions += crew.Amplified.Transcripts.ExchangesOf(i).Length + 1;
        return decisions;
    }

    private void DrawBatch(int first, int contexts, RandomStream random)
    {
        TargetBatch batch = Replay.Next;
        for (int i = first; i < first + contexts; i++)
        {
            _drawn[i] = _contexts.Draw(_curriculum.Difficulty, random);
            batch.Contexts[i] = _drawn[i].Facts;
            for (int j = 0; j < batch.QuestionsPerContext; j++)
                batch.Questions[i * batch.QuestionsPerContext + j] = _curriculum.DrawQuestion(_drawn[i], random);
        }
    }

    private void Amplify(AmplifyCrew crew, ReadOnlySpan<Question> questions, Span<Answer> targets, Range part, RandomKey key)
    {
        crew.Begin(key);
        crew.Teacher.AbstainBelow = _options.Amplify.AbstainBelow;
        crew.Teacher.Sampler = _options.Amplify.Sample ? crew.Random : null;
        if (_options.Amplify.Targets == "own")
            crew.Teacher.Answer(questions, targets);
        else
            crew.Amplified.Answer(questions, targets);
        if (!_curriculum.WantsAgreement)
            return;

        Span<Answer> own = _ownAnswers.AsSpan(part);
        Span<bool> agrees = _agrees.AsSpan(part);
        crew.Teacher.AbstainBelow = 0;
        crew.Teacher.Answer(questions, own);
        for (int i = 0; i < own.Length; i++)
            agrees[i] = own[i] == targets[i] && !own[i].IsUnknown;
    }

    /// <summary>Supervised learning: the only place in training where ground truth is read.</summary>
    private void Label(int first, int contexts)
    {
        TargetBatch batch = Replay.Next;
        for (int i = first; i < first + contexts; i++)
        {
            for (int j = i * batch.QuestionsPerContext; j < (i + 1) * batch.QuestionsPerContext; j++)
                batch.Targets[j] = _drawn[i].Truth.Answer(batch.Questions[j].Words);
        }
    }

    private void Weigh(ReadOnlySpan<Answer> targets, Span<float> weights)
    {
        for (int i = 0; i < targets.Length; i++)
            weights[i] = targets[i].IsUnknown && _options.Method != TrainingMethod.Supervised ? (float)_options.Amplify.UnknownWeight : 1;
    }
}
