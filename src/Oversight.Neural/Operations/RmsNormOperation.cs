namespace Oversight.Neural.Operations;

/// <summary>y = x / rms(x) * gain, for each part of each row.</summary>
internal sealed class RmsNormOperation : Operation
{
    private readonly Tape _tape;
    private readonly Tensor _x;
    private readonly Parameter? _gain;
    private readonly int _parts;
    private readonly float _epsilon;
    private readonly Tensor _output;
    private readonly Scratch _inverseRms;
    private readonly float[] _ones;

    public RmsNormOperation(Tape tape, Tensor x, Parameter? gain, int parts, float epsilon, Tensor output)
    {
        (_tape, _x, _gain, _parts, _epsilon, _output) = (tape, x, gain, parts, epsilon, output);
        _inverseRms = tape.NewScratch(x.Groups.Capacity * parts);
        _ones = new float[gain is null ? x.Columns : 0];
        _ones.AsSpan().Fill(1);
    }

    private ReadOnlySpan<float> Gain => _gain is null ? _ones : _tape.Weights(_gain);

    public override void Forward() => Numerics.RmsNorm.Forward(
        _x.Rows * _parts, _x.Columns / _parts, _x.Values, Gain, _output.Values, _inverseRms.Span, _epsilon, _parts);

    public override void Backward() => Numerics.RmsNorm.Backward(
        _x.Rows * _parts,
        _x.Columns / _parts,
        _x.Values,
        Gain,
        _inverseRms.Span,
        _output.Gradients,
        _x.Gradients,
        _gain is null ? [] : _tape.Gradients(_gain),
        _parts);
}
