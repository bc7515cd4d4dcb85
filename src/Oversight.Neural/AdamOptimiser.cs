using Oversight.Numerics;

namespace Oversight.Neural;

/// <summary>AdamW (Kingma and Ba 2015; Loshchilov and Hutter 2019) with linear warm-up and clipping by the gradient's norm.</summary>
public sealed class AdamOptimiser : IDisposable
{
    // What a step touches of a block stays in the second-level cache; a small network is a few blocks.
    private const int BlockLength = 1 << 15;
    private readonly AdamOptions _options;
    private readonly WorkerPool? _pool;
    private readonly Action<int> _stepBlock;
    private AdamCoefficients _coefficients;
    private ParameterVector? _weights;
    private ParameterVector? _gradients;
    private ParameterVector? _average;

    /// <summary>An optimiser at step 0.</summary>
    /// <param name="layout">The places of the weights.</param>
    /// <param name="options">The settings.</param>
    /// <param name="pool">Shares a step's work among its threads, whose number does not change the result; null for the caller's thread alone.</param>
    public AdamOptimiser(ParameterLayout layout, AdamOptions options, WorkerPool? pool = null)
    {
        (_options, _pool, _stepBlock) = (options, pool, StepBlock);
        FirstMoment = new ParameterVector(layout);
        SecondMoment = new ParameterVector(layout);
    }

    /// <summary>How many steps have been taken.</summary>
    public int Steps { get; set; }

    /// <summary>The running mean of the gradient.</summary>
    public ParameterVector FirstMoment { get; }

    /// <summary>The running mean of the squared gradient.</summary>
    public ParameterVector SecondMoment { get; }

    /// <summary>Moves the weights against the gradient, and their average towards them, in one pass over memory.</summary>
    /// <param name="weights">Changed.</param>
    /// <param name="gradients">The gradient; left as it is.</param>
    /// <param name="average">The weights' average; null for none.</param>
    /// <returns>The gradient's norm before clipping; not a number or infinite if the gradient is, and then nothing has changed.</returns>
    public double Step(ParameterVector weights, ParameterVector gradients, PolyakAverage? average = null)
    {
        double norm = Math.Sqrt(Reductions.SumOfSquares(gradients.Values));
        if (!double.IsFinite(norm))
            return norm;
        Steps++;
        float rate = _options.LearningRate * Math.Min(1f, Steps / (float)Math.Max(1, _options.WarmUp)) * Cooling(Steps);
        float scale = norm > _options.ClipNorm ? (float)(_options.ClipNorm / norm) : 1f;
        _coefficients = new AdamCoefficients(
            rate,
            _options.Beta1,
            _options.Beta2,
            _options.Epsilon,
            _options.WeightDecay,
            scale,
            (float)(1 / (1 - Math.Pow(_options.Beta1, Steps))),
            (float)(1 / (1 - Math.Pow(_options.Beta2, Steps))),
            average?.ShareAt(Steps) ?? 0);
        (_weights, _gradients, _average) = (weights, gradients, average?.Weights);
        StepBlocks((weights.Values.Length + BlockLength - 1) / BlockLength);
        return norm;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        FirstMoment.Dispose();
        SecondMoment.Dispose();
    }

    private void StepBlocks(int count)
    {
        if (_pool is not null)
        {
            _pool.For(count, _stepBlock);
            return;
        }

        for (int block = 0; block < count; block++)
            StepBlock(block);
    }

    private void StepBlock(int block)
    {
        int start = block * BlockLength;
        int length = Math.Min(BlockLength, _weights!.Values.Length - start);
        Adam.Step(
            _weights.Values.Slice(start, length),
            _gradients!.Values.Slice(start, length),
            FirstMoment.Values.Slice(start, length),
            SecondMoment.Values.Slice(start, length),
            _average is null ? [] : _average.Values.Slice(start, length),
            _coefficients);
    }

    private float Cooling(int step) => _options.CoolAfter > 0 && step > _options.CoolAfter ? _options.CoolAfter / (float)step : 1;
}
