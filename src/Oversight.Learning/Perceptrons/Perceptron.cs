using Oversight.Determinism;
using Oversight.Neural;

namespace Oversight.Learning.Perceptrons;

/// <summary>
/// A small feed-forward network with its optimiser, for the experiments of the oversight methods: fill in the inputs, replay, and if it is to learn give the derivative of any loss by
/// the logits. Used by one thread at a time.
/// </summary>
public sealed class Perceptron : IDisposable
{
    private readonly ParameterVector _weights;
    private readonly ParameterVector _gradients;
    private readonly AdamOptimiser _optimiser;
    private readonly Tape _tape;
    private readonly RowGroups _rows;
    private readonly Tensor _inputs;
    private readonly Tensor _logits;
    private readonly GivenGradient _given;

    /// <summary>A network at step 0.</summary>
    /// <param name="shape">Its size.</param>
    /// <param name="rows">The most rows of one replay.</param>
    /// <param name="key">The key of the starting weights.</param>
    /// <param name="rate">The learning rate.</param>
    public Perceptron(PerceptronShape shape, int rows, RandomKey key, double rate)
    {
        Shape = shape;
        RowCapacity = rows;
        var layout = new ParameterLayout();
        var layers = new (Parameter Weight, Parameter Bias)[shape.Layers + 1];
        for (int i = 0; i < layers.Length; i++)
        {
            int from = i == 0 ? shape.Inputs : shape.Width;
            bool last = i == shape.Layers;
            // The last layer starts small, so that a new network believes nothing in particular.
            Initialiser start = Initialisers.FanIn(last ? 0.1 : Math.Sqrt(2));
            layers[i] = (
                layout.Add($"layers.{i}.weight", from, last ? shape.Outputs : shape.Width, start),
                layout.Add($"layers.{i}.bias", 1, last ? shape.Outputs : shape.Width, Initialisers.Zero));
        }

        _weights = new ParameterVector(layout);
        _weights.Initialise(key);
        _gradients = new ParameterVector(layout);
        _optimiser = new AdamOptimiser(layout, new AdamOptions(LearningRate: (float)rate, WarmUp: 10));
        _tape = new Tape(_weights, _gradients);
        _rows = new RowGroups(1, rows);
        _inputs = _tape.Input(_rows, shape.Inputs);
        _logits = Record(layers);
        _given = _tape.Give(_logits);
    }

    /// <summary>Its size.</summary>
    public PerceptronShape Shape { get; }

    /// <summary>The most rows of one replay.</summary>
    public int RowCapacity { get; }

    /// <summary>Optimiser steps so far.</summary>
    public int Steps => _optimiser.Steps;

    /// <summary>(rows, outputs): the logits of the last replay.</summary>
    public ReadOnlySpan<float> Logits => _logits.Values;

    /// <summary>(rows, outputs): the derivative of the loss by the logits, written between <see cref="Forward"/> and <see cref="Learn"/>.</summary>
    public Span<float> Derivative => _given.Values;

    /// <summary>Everything that a checkpoint has to hold, but for <see cref="Steps"/>.</summary>
    public IReadOnlyList<(string Prefix, ParameterVector Vector)> Vectors =>
        [("weights.", _weights), ("first.", _optimiser.FirstMoment), ("second.", _optimiser.SecondMoment)];

    /// <summary>Sets how many rows the next replay has.</summary>
    /// <param name="rows">At most <see cref="RowCapacity"/>.</param>
    /// <returns>(rows, inputs), to be filled; holds what was there before.</returns>
    public Span<float> Begin(int rows)
    {
        _rows.SetUniform(1, rows);
        return _inputs.Values;
    }

    /// <summary>Works out the logits.</summary>
    public void Forward() => _tape.Forward();

    /// <summary>Takes one step against the derivative that was written.</summary>
    /// <returns>The gradient's norm.</returns>
    public double Learn()
    {
        _gradients.Values.Clear();
        _tape.Backward();
        return _optimiser.Step(_weights, _gradients);
    }

    /// <summary>Goes back to a step, after <see cref="Vectors"/> were filled from a checkpoint.</summary>
    /// <param name="steps">Optimiser steps taken then.</param>
    public void ResumeAt(int steps) => _optimiser.Steps = steps;

    /// <inheritdoc/>
    public void Dispose()
    {
        _tape.Dispose();
        _optimiser.Dispose();
        _gradients.Dispose();
        _weights.Dispose();
    }

    private Tensor Record((Parameter Weight, Parameter Bias)[] layers)
    {
        Tensor x = _inputs;
        for (int i = 0; i < layers.Length; i++)
            x = _tape.Linear(x, layers[i].Weight, layers[i].Bias, relu: i < layers.Length - 1);
        return x;
    }
}
