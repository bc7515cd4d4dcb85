using Oversight.Neural;

namespace Oversight.Learning.HumanModels;

/// <summary>A pre-norm transformer layer: x + attention(norm x), then x + mlp(norm x).</summary>
internal sealed class DecoderLayer
{
    private const int Expansion = 4;
    private readonly Parameter _attentionNorm;
    private readonly Parameter _query;
    private readonly Parameter _key;
    private readonly Parameter _value;
    private readonly Parameter _output;
    private readonly Parameter _mlpNorm;
    private readonly Parameter _up;
    private readonly Parameter _upBias;
    private readonly Parameter _down;
    private readonly Parameter _downBias;

    public DecoderLayer(ParameterLayout layout, string name, int width)
    {
        _attentionNorm = layout.Add($"{name}.attention.norm.gain", 1, width, Initialisers.One);
        _query = layout.Add($"{name}.attention.query", width, width, Initialisers.FanIn());
        _key = layout.Add($"{name}.attention.key", width, width, Initialisers.FanIn());
        _value = layout.Add($"{name}.attention.value", width, width, Initialisers.FanIn());
        _output = layout.Add($"{name}.attention.output", width, width, Initialisers.FanIn());
        _mlpNorm = layout.Add($"{name}.mlp.norm.gain", 1, width, Initialisers.One);
        _up = layout.Add($"{name}.mlp.up.weight", width, Expansion * width, Initialisers.FanIn(Math.Sqrt(2)));
        _upBias = layout.Add($"{name}.mlp.up.bias", 1, Expansion * width, Initialisers.Zero);
        _down = layout.Add($"{name}.mlp.down.weight", Expansion * width, width, Initialisers.FanIn());
        _downBias = layout.Add($"{name}.mlp.down.bias", 1, width, Initialisers.Zero);
    }

    public Tensor Record(Tape tape, Tensor x, Func<Tensor, Tensor, Tensor, Tensor> attend)
    {
        Tensor n = tape.RmsNorm(x, _attentionNorm);
        Tensor attended = attend(tape.Linear(n, _query), tape.Linear(n, _key), tape.Linear(n, _value));
        x = tape.Linear(attended, _output, residual: x);
        Tensor hidden = tape.Linear(tape.RmsNorm(x, _mlpNorm), _up, _upBias, relu: true);
        return tape.Linear(hidden, _down, _downBias, residual: x);
    }
}
