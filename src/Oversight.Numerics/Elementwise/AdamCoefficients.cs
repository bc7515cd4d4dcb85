namespace Oversight.Numerics;

/// <summary>What one step of <see cref="Adam"/> needs to know.</summary>
/// <param name="LearningRate">Step size.</param>
/// <param name="Beta1">Decay of the mean of gradients, from 0 to below 1.</param>
/// <param name="Beta2">Decay of the mean of squared gradients, from 0 to below 1.</param>
/// <param name="Epsilon">What is added to the root of the mean square.</param>
/// <param name="WeightDecay">Share of a weight that is taken off, times the learning rate.</param>
/// <param name="GradientScale">Factor of the gradients, for clipping; 1 for none.</param>
/// <param name="FirstCorrection">Factor of the mean of gradients: 1 / (1 - Beta1^step).</param>
/// <param name="SecondCorrection">Factor of the mean of squared gradients: 1 / (1 - Beta2^step).</param>
/// <param name="AverageShare">How far the weights' moving average moves towards them, from 0 (stay) to 1 (arrive).</param>
public readonly record struct AdamCoefficients(
    float LearningRate,
    float Beta1,
    float Beta2,
    float Epsilon,
    float WeightDecay,
    float GradientScale,
    float FirstCorrection,
    float SecondCorrection,
    float AverageShare = 0);
