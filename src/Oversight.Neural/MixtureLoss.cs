using Oversight.Neural.Operations;

namespace Oversight.Neural;

/// <summary>A recorded loss, readable after each replay.</summary>
public sealed class MixtureLoss
{
    private readonly PointerLossOperation _operation;

    internal MixtureLoss(PointerLossOperation operation) => _operation = operation;

    /// <summary>The weighted sum of -log p(target) over the rows, in nats.</summary>
    public double Value => _operation.Loss;

    /// <summary>p(target) of each row.</summary>
    internal ReadOnlySpan<float> Probabilities => _operation.TargetProbabilities;
}
