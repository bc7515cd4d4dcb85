using Oversight.Determinism;
using Oversight.Learning.Options;
using Oversight.Neural;
using Oversight.Numerics;

namespace Oversight.Learning.Assistants;

/// <summary>
/// Trains X: one optimiser step a batch, the student's weights and their Polyak average. A batch is cut into shards whose gradients are added in order, so that any
/// number of threads gives the same bytes; as many shards run at once as there are threads, each a few contexts at a time.
/// </summary>
public sealed class AssistantLearner : IDisposable
{
    private readonly AssistantOptions _options;
    private readonly RandomKey _key;
    private readonly WorkerPool _pool;
    private readonly PolyakAverage? _successor;
    private readonly double[] _shardLosses;
    private readonly int _contextsAtOnce;
    private readonly WeightPanels _panels;
    private readonly ShardWorker[] _workers;
    private readonly Action<int> _runShard;
    private TargetBatch? _batch;
    private int _firstShard;
    private float _scale;
    private int _stepsBefore;

    /// <summary>A learner at step 0.</summary>
    /// <param name="network">X's network.</param>
    /// <param name="options">How X learns.</param>
    /// <param name="key">The key of the starting weights.</param>
    /// <param name="pool">Runs the shards.</param>
    /// <param name="memory">Lends room for activations while a step is taken; null for room of its own.</param>
    public AssistantLearner(AssistantNetwork network, LearnerOptions options, RandomKey key, WorkerPool pool, BufferPool? memory = null)
    {
        (_options, _key, _pool) = (options.Assistant, key, pool);
        Student = new ParameterVector(network.Layout);
        Student.Initialise(key);
        _panels = new WeightPanels(Student);
        Gradients = new ParameterVector(network.Layout);
        Teacher = new PolyakAverage(Student, options.Teacher.Horizon, options.Teacher.Share);
        _successor = _options.AnewEvery > 0 ? new PolyakAverage(Student, options.Teacher.Horizon, options.Teacher.Share) : null;
        Optimiser = new AdamOptimiser(
            network.Layout,
            new AdamOptions(
                LearningRate: (float)options.Assistant.Rate,
                WarmUp: options.Assistant.WarmUp,
                Epsilon: (float)options.Assistant.Epsilon,
                CoolAfter: options.Assistant.CoolAfter),
            pool);
        int shards = Math.Min(options.Batch.Shards, options.Batch.Contexts);
        int contexts = (options.Batch.Contexts + shards - 1) / shards;
        _shardLosses = new double[shards];
        int most = Math.Clamp(Tape.RowsAtOnce(options.Assistant.Width) / options.Batch.Questions, 1, contexts);
        int parts = (contexts + most - 1) / most;
        // Parts of one size: a short one at the end would read all weights for a few rows.
        _contextsAtOnce = (contexts + parts - 1) / parts;
        _workers = [.. Enumerable.Range(0, Math.Min(shards, pool.Threads)).Select(_ => NewWorker(network, options.Batch.Questions, memory))];
        _runShard = RunShard;
    }

    /// <summary>The weights of X as trained.</summary>
    public ParameterVector Student { get; }

    /// <summary>The average that answers sub-questions; for a while after X began anew, that of the X before.</summary>
    public PolyakAverage Teacher { get; }

    /// <summary>The optimiser of the student.</summary>
    public AdamOptimiser Optimiser { get; }

    /// <summary>The gradient of the last step.</summary>
    public ParameterVector Gradients { get; }

    /// <summary>How many steps have been taken.</summary>
    public int Steps => _stepsBefore + Optimiser.Steps;

    /// <summary>What it needs to go on, beside the student and the teacher.</summary>
    internal IReadOnlyList<(string Prefix, ParameterVector Vector)> TrainingVectors =>
    [
        ("student.adam.first.", Optimiser.FirstMoment),
        ("student.adam.second.", Optimiser.SecondMoment),
        .. _successor is null ? [] : new[] { ("student.successor.", _successor.Weights) },
    ];

    private bool IsSuccessorLearning => _stepsBefore > 0 && Optimiser.Steps < _options.AnewEvery / 2;

    /// <summary>The multiplications and additions of all matrix products so far.</summary>
    public long Flops => _workers.Sum(worker => worker.Tape.Flops);

    /// <summary>Learns one batch; a batch in which no target counts is skipped.</summary>
    /// <param name="batch">The batch.</param>
    /// <returns>The mean loss a counted target in nats, and the gradient's norm; both 0 if the batch was skipped.</returns>
    public (double Loss, double GradientNorm) Step(TargetBatch batch) => Step(batch, batch.TotalWeight);

    /// <summary>Learns one batch whose weights may be negative: of a pair, one answer more and the other less.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="total">What the loss is a mean over; 0 skips the batch.</param>
    /// <returns>The weighted loss over the total, and the gradient's norm; both 0 if the batch was skipped.</returns>
    public (double Loss, double GradientNorm) Step(TargetBatch batch, double total)
    {
        if (total == 0)
            return (0, 0);
        if (StepsBefore(Steps + 1) > _stepsBefore)
            BeginAnew();
        _panels.Refresh(_pool);
        _batch = batch;
        _scale = (float)(1 / total);
        for (_firstShard = 0; _firstShard < _shardLosses.Length; _firstShard += _workers.Length)
            RunShards(Math.Min(_workers.Length, _shardLosses.Length - _firstShard));
        double norm = Optimiser.Step(Student, Gradients, IsSuccessorLearning ? _successor : Teacher);
        if (_stepsBefore > 0 && Optimiser.Steps == _options.AnewEvery / 2)
            Teacher.Weights.CopyFrom(_successor!.Weights);
        return (_shardLosses.Sum(), norm);
    }

    /// <summary>Forgets everything: weights, average and moments are those of a learner at step 0.</summary>
    /// <param name="key">The key of the starting weights.</param>
    public void StartAnew(RandomKey key)
    {
        ForgetStudent(key);
        Teacher.Weights.CopyFrom(Student);
        _stepsBefore = 0;
    }

    /// <summary>Goes on after so many steps, all vectors being those of then.</summary>
    /// <param name="steps">How many steps had been taken.</param>
    internal void RestoreSteps(int steps)
    {
        _stepsBefore = StepsBefore(steps);
        Optimiser.Steps = steps - _stepsBefore;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (ShardWorker worker in _workers)
        {
            worker.Tape.Dispose();
            worker.Gradients.Dispose();
        }

        _panels.Dispose();
        Optimiser.Dispose();
        _successor?.Dispose();
        Teacher.Dispose();
        Gradients.Dispose();
        Student.Dispose();
    }

    /// <summary>The steps of all X before the one that takes the step of that number, from 1.</summary>
    private int StepsBefore(int step) => _options.AnewEvery == 0 ? 0 : Math.Min(Math.Max(step - 1, 0), _options.AnewUntil) / _options.AnewEvery * _options.AnewEvery;

    /// <summary>A new X takes the student's place; until it has learned for a while the teacher stays the average of the X before.</summary>
    private void BeginAnew()
    {
        _stepsBefore = Steps;
        ForgetStudent(_key.Child("anew").Child(_stepsBefore));
        _successor!.Weights.CopyFrom(Student);
    }

    private void ForgetStudent(RandomKey key)
    {
        Student.Initialise(key);
        Optimiser.FirstMoment.Values.Clear();
        Optimiser.SecondMoment.Values.Clear();
        Optimiser.Steps = 0;
    }

    /// <summary>Runs the next shards side by side and adds up their gradients.</summary>
    private void RunShards(int count)
    {
        _pool.For(count, _runShard);
        // The first shard's gradient is where the sum begins.
        for (int i = _firstShard == 0 ? 1 : 0; i < count; i++)
            Elementwise.AddTo(_workers[i].Gradients.Values, Gradients.Values);
    }

    private void RunShard(int index)
    {
        int shard = _firstShard + index;
        (Tape tape, AssistantPass pass, ParameterVector gradients) = _workers[index];
        if (shard == 0)
            gradients = Gradients;
        tape.BeginSum(gradients);
        double loss = 0;
        int contexts = _batch!.Contexts.Length;
        int end = contexts * (shard + 1) / _shardLosses.Length;
        for (int first = contexts * shard / _shardLosses.Length; first < end; first += _contextsAtOnce)
        {
            pass.Train(_batch, first, Math.Min(_contextsAtOnce, end - first), _scale, gradients);
            loss += pass.Loss;
        }

        _shardLosses[shard] = loss;
        tape.EndSum();
        tape.Release();
    }

    private ShardWorker NewWorker(AssistantNetwork network, int questions, BufferPool? memory)
    {
        var gradients = new ParameterVector(network.Layout);
        var tape = new Tape(Student, gradients, _panels, memory);
        return new ShardWorker(tape, network.Record(tape, _contextsAtOnce, questions), gradients);
    }

    /// <summary>What one thread needs to run shards.</summary>
    private sealed record ShardWorker(Tape Tape, AssistantPass Pass, ParameterVector Gradients);
}
