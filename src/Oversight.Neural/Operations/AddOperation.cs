using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>z = x + y.</summary>
internal sealed class AddOperation(Tensor x, Tensor y, Tensor output) : Operation
{
    public override void Forward() => Elementwise.Add(x.Values, y.Values, output.Values);

    public override void Backward()
    {
        x.AddGradients(output.Gradients);
        y.AddGradients(output.Gradients);
    }
}
