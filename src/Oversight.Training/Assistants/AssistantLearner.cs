using Oversight.Determinism;
using Oversight.Neural;
using Oversight.Numerics;
using Oversight.Training.Options;

namespace Oversight.Training.Assistants;

/// <summary>
/// Trains X: one optimiser step a batch, the student's weights and their Polyak average. A batch is cut into shards whose gradients are added in order, so that any
/// number of threads gives the same bytes.
/// </summary>
public sealed class AssistantLearner : IDisposable
{
    private readonly AssistantNetwork _network;
    private readonly WorkerPool _pool;
    private readonly Shard[] _shards;
    private readonly Action<int> _runShard;
    private TargetBatch? _batch;
    private float _scale;

    /// <summary>A learner at step 0.</summary>
    /// <param name="network">X's network.</param>
    /// <param name="options">The run's options.</param>
    /// <param name="key">The key of the starting weights.</param>
    /// <param name="pool">Runs the shards.</param>
    public AssistantLearner(AssistantNetwork network, TrainingOptions options, RandomKey key, WorkerPool pool)
    {
        _network = network;
        _pool = pool;
        Student = new ParameterVector(network.Layout);
        Student.Initialise(key);
        Gradients = new ParameterVector(network.Layout);
        Teacher = new PolyakAverage(Student, options.Teacher.Horizon, options.Teacher.Share);
        Optimiser = new AdamOptimiser(
            network.Layout,
            new AdamOptions(
                LearningRate: (float)options.Assistant.Rate,
                WarmUp: options.Assistant.WarmUp,
                Epsilon: (float)options.Assistant.Epsilon,
                CoolAfter: options.Assistant.CoolAfter));
        int shards = Math.Min(options.Batch.Shards, options.Batch.Contexts);
        _shards = [.. Enumerable.Range(0, shards).Select(i => NewShard(i, shards, options.Batch))];
        _runShard = RunShard;
    }

    /// <summary>The weights of X as trained.</summary>
    public ParameterVector Student { get; }

    /// <summary>The average that answers sub-questions.</summary>
    public PolyakAverage Teacher { get; }

    /// <summary>The optimiser of the student.</summary>
    public AdamOptimiser Optimiser { get; }

    /// <summary>The gradient of the last step.</summary>
    public ParameterVector Gradients { get; }

    /// <summary>How many steps have been taken.</summary>
    public int Steps => Optimiser.Steps;

    /// <summary>The multiplications and additions of all matrix products so far.</summary>
    public long Flops => _shards.Sum(shard => shard.Tape.Flops);

    /// <summary>Learns one batch; a batch in which no target counts is skipped.</summary>
    /// <param name="batch">The batch.</param>
    /// <returns>The mean loss a counted target in nats, and the gradient's norm; both 0 if the batch was skipped.</returns>
    public (double Loss, double GradientNorm) Step(TargetBatch batch)
    {
        double total = batch.TotalWeight;
        if (total == 0)
            return (0, 0);
        _batch = batch;
        _scale = (float)(1 / total);
        _pool.For(_shards.Length, _runShard);

        double loss = 0;
        Gradients.Values.Clear();
        foreach (Shard shard in _shards)
        {
            loss += shard.Pass.Loss;
            Elementwise.AddTo(shard.Gradients.Values, Gradients.Values);
        }

        double norm = Optimiser.Step(Student, Gradients);
        if (double.IsFinite(norm))
            Teacher.Update(Student, Optimiser.Steps);
        return (loss, norm);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Shard shard in _shards)
        {
            shard.Tape.Dispose();
            shard.Gradients.Dispose();
        }

        Optimiser.Dispose();
        Teacher.Dispose();
        Gradients.Dispose();
        Student.Dispose();
    }

    private void RunShard(int index)
    {
        Shard shard = _shards[index];
        shard.Gradients.Values.Clear();
        shard.Pass.Train(_batch!, shard.FirstContext, shard.Contexts, _scale);
    }

    private Shard NewShard(int index, int shards, BatchOptions batch)
    {
        int first = batch.Contexts * index / shards;
        int contexts = batch.Contexts * (index + 1) / shards - first;
        var gradients = new ParameterVector(_network.Layout);
        var tape = new Tape(Student, gradients);
        return new Shard(first, contexts, gradients, tape, _network.Record(tape, contexts, batch.Questions));
    }

    private sealed record Shard(int FirstContext, int Contexts, ParameterVector Gradients, Tape Tape, AssistantPass Pass);
}
