using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>A parameter as a tensor, for operations that make weights of weights.</summary>
internal sealed class WeightOperation(Tape tape, Parameter parameter, Tensor output) : Operation
{
    public override void Forward() => tape.Weights(parameter).CopyTo(output.Values);

    public override void Backward()
    {
        Span<float> gradients = tape.WriteGradients(parameter, out bool add);
        if (add)
            Elementwise.AddTo(output.Gradients, gradients);
        else
            output.Gradients.CopyTo(gradients);
    }
}
