namespace Oversight.Neural.Operations;

/// <summary>y = x + sigmoid(logits) (u - x).</summary>
internal sealed class GateOperation(Tape tape, Tensor x, Tensor logits, Tensor u, Tensor output) : Operation
{
    private readonly Scratch _opening = tape.NewScratch(x.Groups.Capacity * x.Columns);

    public override void Forward() =>
        Numerics.Gate.Forward(x.Values, logits.Values, u.Values, output.Values, _opening.Span[..(x.Rows * x.Columns)]);

    public override void Backward() => Numerics.Gate.Backward(
        x.Values,
        u.Values,
        _opening.Span[..(x.Rows * x.Columns)],
        output.Gradients,
        x.Gradients,
        logits.Gradients,
        u.Gradients);
}
