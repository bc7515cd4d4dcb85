using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>y = (x - mean) / deviation * gain + bias.</summary>
internal sealed class LayerNormOperation(Tape tape, Tensor x, Parameter gain, Parameter bias, Tensor output) : Operation
{
    private const float Epsilon = 1e-5f;
    private readonly Scratch _mean = tape.NewScratch(x.Groups.Capacity);
    private readonly Scratch _inverseDeviation = tape.NewScratch(x.Groups.Capacity);

    public override void Forward() => LayerNorm.Forward(
        x.Rows, x.Columns, x.Values, tape.Weights(gain), tape.Weights(bias), output.Values, _mean.Span, _inverseDeviation.Span, Epsilon);

    public override void Backward() => LayerNorm.Backward(
        x.Rows,
        x.Columns,
        x.Values,
        tape.Weights(gain),
        _mean.Span,
        _inverseDeviation.Span,
        output.Gradients,
        x.Gradients,
        tape.Gradients(gain),
        tape.Gradients(bias));
}
