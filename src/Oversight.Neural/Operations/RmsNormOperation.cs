using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>y = x / rms(x) * gain.</summary>
internal sealed class RmsNormOperation(Tape tape, Tensor x, Parameter gain, Tensor output) : Operation
{
    private const float Epsilon = 1e-6f;
    private readonly Scratch _inverseRms = tape.NewScratch(x.Groups.Capacity);

    public override void Forward() =>
        RmsNorm.Forward(x.Rows, x.Columns, x.Values, tape.Weights(gain), output.Values, _inverseRms.Span, Epsilon);

    public override void Backward() => RmsNorm.Backward(
        x.Rows, x.Columns, x.Values, tape.Weights(gain), _inverseRms.Span, output.Gradients, x.Gradients, tape.Gradients(gain));
}
