using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>y = x + sigmoid(logits) (u - x), one logit a field.</summary>
internal sealed class GateOperation(Tape tape, Tensor x, Tensor logits, Tensor u, Tensor output) : Operation
{
    private readonly Scratch _openings = tape.NewScratch(logits.Groups.Capacity * logits.Columns);
    private readonly int _width = x.Columns / logits.Columns;

    public override void Forward() => FieldGate.Forward(
        x.Rows * logits.Columns, _width, x.Values, logits.Values, u.Values, output.Values, _openings.Span);

    public override void Backward() => FieldGate.Backward(
        x.Rows * logits.Columns,
        _width,
        x.Values,
        u.Values,
        _openings.Span,
        output.Gradients,
        x.Gradients,
        logits.Gradients,
        u.Gradients);
}
