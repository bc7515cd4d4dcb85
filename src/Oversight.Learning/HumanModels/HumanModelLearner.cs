using Oversight.Determinism;
using Oversight.Learning.Options;
using Oversight.Neural;
using Oversight.Numerics;

namespace Oversight.Learning.HumanModels;

/// <summary>
/// Trains H' on recorded transcripts. The loss counts H's own symbols only: what H asks and what H answers, never what they were told.
/// Shards are added in order, so that any number of threads gives the same bytes.
/// </summary>
public sealed class HumanModelLearner : IDisposable
{
    private const int Shards = 4;
    private const int Recent = 512;
    private readonly WorkerPool _pool;
    private readonly ParameterVector _gradients;
    private readonly PolyakAverage? _average;
    private readonly WeightPanels _panels;
    private readonly WeightPanels _validatingPanels;
    private readonly TranscriptPass[] _passes;
    private readonly TranscriptPass[] _validating;
    private readonly ParameterVector[] _shardGradients;
    private readonly int[] _chosen;
    private readonly Action<int> _runShard;
    private TranscriptPass[] _running = [];
    private TranscriptStore? _store;
    private bool _backward;
    private int _count;

    /// <summary>A learner at step 0.</summary>
    /// <param name="network">The network of H'.</param>
    /// <param name="options">Its settings.</param>
    /// <param name="key">The key of the starting weights.</param>
    /// <param name="pool">Runs the shards.</param>
    public HumanModelLearner(HumanModelNetwork network, HumanModelOptions options, RandomKey key, WorkerPool pool)
    {
        _pool = pool;
        Weights = new ParameterVector(network.Layout);
        Weights.Initialise(key);
        _gradients = new ParameterVector(network.Layout);
        Optimiser = new AdamOptimiser(network.Layout, new AdamOptions(LearningRate: (float)options.Rate, WarmUp: options.WarmUp), pool);
        _chosen = new int[options.Batch];
        int capacity = (options.Batch + Shards - 1) / Shards;
        _shardGradients = [.. Enumerable.Range(0, Shards).Select(_ => new ParameterVector(network.Layout))];
        _average = options.Horizon > 1 ? new PolyakAverage(Weights, options.Horizon) : null;
        _panels = new WeightPanels(Weights);
        _passes = [.. _shardGradients.Select(gradients => new TranscriptPass(network, Weights, gradients, capacity, _panels))];
        _validatingPanels = _average is null ? _panels : new WeightPanels(Imitation);
        _validating = _average is null ? _passes : [.. _shardGradients.Select(_ => new TranscriptPass(network, Imitation, null, capacity, _validatingPanels))];
        _runShard = RunShard;
    }

    /// <summary>The weights that are trained.</summary>
    public ParameterVector Weights { get; }

    /// <summary>The weights of H': the average of those that are trained, or those themselves where it is over one step.</summary>
    public ParameterVector Imitation => _average?.Weights ?? Weights;

    /// <summary>The optimiser of H'.</summary>
    public AdamOptimiser Optimiser { get; }

    /// <summary>Every vector that it needs to go on learning, beside the weights of H'.</summary>
    internal IReadOnlyList<(string Prefix, ParameterVector Vector)> TrainingVectors =>
    [
        ("humanModel.adam.first.", Optimiser.FirstMoment),
        ("humanModel.adam.second.", Optimiser.SecondMoment),
        .. _average is null ? Array.Empty<(string, ParameterVector)>() : [("humanModel.student.", Weights)],
    ];

    /// <summary>How many steps have been taken.</summary>
    public int Steps => Optimiser.Steps;

    /// <summary>The multiplications and additions of all matrix products so far.</summary>
    public long Flops => _passes.Union(_validating).Sum(pass => pass.Flops);

    /// <summary>Takes one optimiser step on transcripts drawn from a store.</summary>
    /// <param name="store">The transcripts; not empty.</param>
    /// <param name="random">Draws them.</param>
    /// <returns>The mean loss a symbol of H, in nats, before the step.</returns>
    public double Step(TranscriptStore store, RandomStream random)
    {
        store.Draw(_chosen, Recent, random);
        _panels.Refresh(_pool);
        double loss = Run(_passes, store, _chosen.Length, backward: true, out int predicted);
        _gradients.Values.Clear();
        foreach (ParameterVector gradients in _shardGradients)
            Elementwise.AddScaled(gradients.Values, 1f / predicted, _gradients.Values);
        Optimiser.Step(Weights, _gradients, _average);
        return loss / predicted;
    }

    /// <summary>The loss on transcripts that H' has not learned from: its validation loss.</summary>
    /// <param name="fresh">The transcripts; not empty.</param>
    /// <returns>The mean loss a symbol of H, in nats.</returns>
    public double Validate(TranscriptStore fresh)
    {
        _validatingPanels.Refresh(_pool);
        double loss = 0;
        int predicted = 0;
        for (int first = 0; first < fresh.Count; first += _chosen.Length)
        {
            int count = Math.Min(_chosen.Length, fresh.Count - first);
            for (int i = 0; i < count; i++)
                _chosen[i] = first + i;
            loss += Run(_validating, fresh, count, backward: false, out int part);
            predicted += part;
        }

        return loss / predicted;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (TranscriptPass pass in _passes.Union(_validating))
            pass.Dispose();
        _panels.Dispose();
        _validatingPanels.Dispose();
        _average?.Dispose();
        foreach (ParameterVector gradients in _shardGradients)
            gradients.Dispose();
        Optimiser.Dispose();
        _gradients.Dispose();
        Weights.Dispose();
    }

    private double Run(TranscriptPass[] passes, TranscriptStore store, int count, bool backward, out int predicted)
    {
        (_running, _store, _count, _backward) = (passes, store, count, backward);
        _pool.For(Shards, _runShard);
        double loss = 0;
        predicted = 0;
        for (int i = 0; i < Shards; i++)
        {
            if (ShardRange(i).Length == 0)
                continue;
            loss += passes[i].Loss;
            predicted += passes[i].Predicted;
        }

        return loss;
    }

    private void RunShard(int index)
    {
        ReadOnlySpan<int> chosen = ShardRange(index);
        if (_backward)
            _shardGradients[index].Values.Clear();
        if (chosen.Length > 0)
            _running[index].Run(_store!, chosen, _backward);
    }

    private ReadOnlySpan<int> ShardRange(int index) =>
        _chosen.AsSpan((_count * index / Shards)..(_count * (index + 1) / Shards));
}
