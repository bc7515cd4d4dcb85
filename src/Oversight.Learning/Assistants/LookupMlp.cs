using Oversight.Neural;

namespace Oversight.Learning.Assistants;

/// <summary>What a layer makes of what its look-ups fetched: the place where numbers are added and steps counted.</summary>
internal sealed class LookupMlp
{
    private const double Noise = 0.1;
    private readonly FieldShape _shape;
    private readonly Parameter _up;
    private readonly Parameter _upBias;
    private readonly Parameter _down;
    private readonly Parameter _downBias;

    /// <summary>Lays out the parameters.</summary>
    /// <param name="layout">Gets them.</param>
    /// <param name="name">The MLP's name.</param>
    /// <param name="shape">The token's fields.</param>
    public LookupMlp(ParameterLayout layout, string name, FieldShape shape)
    {
        _shape = shape;
        _up = layout.Add($"{name}.up", shape.Width, shape.Width, Initialisers.FanIn(Math.Sqrt(2)));
        _upBias = layout.Add($"{name}.up.bias", 1, shape.Width, Initialisers.Zero);
        _down = layout.Add($"{name}.down", shape.Width, shape.Width, Initialisers.FanIn(Noise));
        _downBias = layout.Add($"{name}.down.bias", 1, shape.Width, Initialisers.Zero);
    }

    /// <summary>u, what the layer proposes: y and what the MLP adds to it. It does not contain x itself.</summary>
    /// <param name="tape">Recorded on.</param>
    /// <param name="x">(rows, fields * field width): the tokens.</param>
    /// <param name="y">What look-ups fetched, of the same shape.</param>
    public Tensor Record(Tape tape, Tensor x, Tensor y)
    {
        Tensor hidden = tape.Linear(_shape.Normalise(tape, tape.Add(x, y)), _up, _upBias, relu: true);
        return tape.Linear(hidden, _down, _downBias, residual: y);
    }
}
