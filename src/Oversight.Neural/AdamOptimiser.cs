using Oversight.Numerics;

namespace Oversight.Neural;

/// <summary>AdamW (Kingma and Ba 2015; Loshchilov and Hutter 2019) with linear warm-up and clipping by the gradient's norm.</summary>
public sealed class AdamOptimiser : IDisposable
{
    private readonly AdamOptions _options;

    /// <summary>An optimiser at step 0.</summary>
    /// <param name="layout">The places of the weights.</param>
    /// <param name="options">The settings.</param>
    public AdamOptimiser(ParameterLayout layout, AdamOptions options)
    {
        _options = options;
        FirstMoment = new ParameterVector(layout);
        SecondMoment = new ParameterVector(layout);
    }

    /// <summary>How many steps have been taken.</summary>
    public int Steps { get; set; }

    /// <summary>The running mean of the gradient.</summary>
    public ParameterVector FirstMoment { get; }

    /// <summary>The running mean of the squared gradient.</summary>
    public ParameterVector SecondMoment { get; }

    /// <summary>Moves the weights against the gradient.</summary>
    /// <param name="weights">Changed.</param>
    /// <param name="gradients">The gradient; left as it is.</param>
    /// <returns>The gradient's norm before clipping; not a number or infinite if the gradient is, and then nothing has changed.</returns>
    public double Step(ParameterVector weights, ParameterVector gradients)
    {
        double norm = Math.Sqrt(Reductions.SumOfSquares(gradients.Values));
        if (!double.IsFinite(norm))
            return norm;
        Steps++;
        float rate = _options.LearningRate * Math.Min(1f, Steps / (float)Math.Max(1, _options.WarmUp)) * Cooling(Steps);
        float scale = norm > _options.ClipNorm ? (float)(_options.ClipNorm / norm) : 1f;
        var coefficients = new AdamCoefficients(
            rate,
            _options.Beta1,
            _options.Beta2,
            _options.Epsilon,
            _options.WeightDecay,
            scale,
            (float)(1 / (1 - Math.Pow(_options.Beta1, Steps))),
            (float)(1 / (1 - Math.Pow(_options.Beta2, Steps))));
        Adam.Step(weights.Values, gradients.Values, FirstMoment.Values, SecondMoment.Values, coefficients);
        return norm;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        FirstMoment.Dispose();
        SecondMoment.Dispose();
    }

    private float Cooling(int step) => _options.CoolAfter > 0 && step > _options.CoolAfter ? _options.CoolAfter / (float)step : 1;
}
