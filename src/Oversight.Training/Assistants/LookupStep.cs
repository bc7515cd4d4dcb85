using Oversight.Neural;

namespace Oversight.Training.Assistants;

/// <summary>What a layer makes of tokens before gates decide whether to take it: what they look up, which then passes an MLP.</summary>
internal sealed class LookupStep
{
    private const double Noise = 0.1;
    private readonly FieldShape _shape;
    private readonly ILookups _lookups;
    private readonly Parameter _up;
    private readonly Parameter _upBias;
    private readonly Parameter _down;
    private readonly Parameter _downBias;

    public LookupStep(ParameterLayout layout, string name, FieldShape shape)
    {
        _shape = shape;
        _lookups = shape.HoldsSets ? new SetLookups(layout, name, shape) : new SingleLookups(layout, name, shape);
        _up = layout.Add($"{name}.mlp.up", shape.Width, shape.Width, Initialisers.FanIn(Math.Sqrt(2)));
        _upBias = layout.Add($"{name}.mlp.up.bias", 1, shape.Width, Initialisers.Zero);
        _down = layout.Add($"{name}.mlp.down", shape.Width, shape.Width, Initialisers.FanIn(Noise));
        _downBias = layout.Add($"{name}.mlp.down.bias", 1, shape.Width, Initialisers.Zero);
    }

    /// <summary>What questions and facts find facts by, and fetch.</summary>
    public LookupReading RecordReading(Tape tape, Tensor facts) => _lookups.RecordReading(tape, facts);

    /// <summary>y, what look-ups fetch, and u, what they and the MLP propose; neither contains x itself.</summary>
    /// <param name="tape">Recorded on.</param>
    /// <param name="x">The tokens.</param>
    /// <param name="n">The tokens, normalised.</param>
    /// <param name="facts">From <see cref="RecordReading"/>.</param>
    public (Tensor Fetched, Tensor Proposed) Record(Tape tape, Tensor x, Tensor n, LookupReading facts)
    {
        Tensor y = _lookups.Record(tape, x, n, facts);
        Tensor hidden = tape.Linear(_shape.Normalise(tape, tape.Add(x, y)), _up, _upBias, relu: true);
        return (y, tape.Linear(hidden, _down, _downBias, residual: y));
    }
}
