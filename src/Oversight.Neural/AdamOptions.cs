namespace Oversight.Neural;

/// <summary>Settings of <see cref="AdamOptimiser"/>.</summary>
/// <param name="LearningRate">The step size after warm-up. The default value is 0.002.</param>
/// <param name="WarmUp">Steps over which the rate rises linearly from nearly 0. The default value is 100.</param>
/// <param name="Beta1">The decay of the mean gradient. The default value is 0.9.</param>
/// <param name="Beta2">The decay of the mean squared gradient. The default value is 0.98.</param>
/// <param name="Epsilon">Keeps the division finite. The default value is 1e-8.</param>
/// <param name="WeightDecay">Decoupled weight decay a step, times the rate. The default value is 0.</param>
/// <param name="ClipNorm">The largest gradient norm; longer gradients are scaled down to it. The default value is 1.</param>
/// <param name="CoolAfter">The step after which the rate falls as 1 / step (Robbins and Monro 1951); 0 for never. The default value is 0.</param>
public sealed record AdamOptions(
    float LearningRate = 0.002f,
    int WarmUp = 100,
    float Beta1 = 0.9f,
    float Beta2 = 0.98f,
    float Epsilon = 1e-8f,
    float WeightDecay = 0,
    float ClipNorm = 1,
    int CoolAfter = 0);
