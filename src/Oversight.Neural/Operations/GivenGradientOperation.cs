namespace Oversight.Neural.Operations;

/// <summary>Adds a gradient that came from outside.</summary>
internal sealed class GivenGradientOperation(Tensor x, GivenGradient gradient) : Operation
{
    public override void Forward()
    {
    }

    public override void Backward() => x.AddGradients(gradient.Values);
}
