using Oversight.Neural;

namespace Oversight.Training.Assistants;

/// <summary>
/// One layer of the look-up network: each field of a token is replaced by what the layer's <see cref="LookupStep"/> proposes as far as its gate opens,
/// x + g (u - x). A gate tends to stay shut where nothing was fetched into its field: what is not found is not replaced.
/// </summary>
internal sealed class LookupLayer
{
    // Adam moves every number at the same pace; a factor makes the gates move faster.
    private const float GatePace = 3;
    private const float Shut = -1;
    private const float Open = 1;
    private const float Wary = 2.5f;
    private readonly LookupStep _step;
    private readonly FieldShape _shape;
    private readonly Parameter _gate;
    private readonly Parameter _found;
    private readonly Parameter _factGateBias;
    private readonly Parameter _questionGateBias;

    public LookupLayer(ParameterLayout layout, string name, FieldShape shape, LookupStep step)
    {
        (_step, _shape) = (step, shape);
        _gate = layout.Add($"{name}.gate", shape.Width, shape.Fields, Initialisers.Zero);
        _found = layout.Add($"{name}.gate.found", shape.Fields, shape.Fields, FoundStart);
        // Facts keep their first field and replace the others by what they find; whether a question does is what there is to learn.
        _factGateBias = layout.Add($"{name}.gate.bias.fact", 1, shape.Fields, GateStart(Open));
        _questionGateBias = layout.Add($"{name}.gate.bias.question", 1, shape.Fields, GateStart(0));
    }

    /// <summary>What the facts show before the layer.</summary>
    public (LookupReading Names, LookupReading? Rows) RecordReading(Tape tape, Tensor facts) => _step.RecordReading(tape, facts);

    /// <summary>The layer's effect on facts, or on questions.</summary>
    public Tensor Record(Tape tape, Tensor x, (LookupReading Names, LookupReading? Rows) facts, bool questions)
    {
        Tensor n = _shape.Normalise(tape, x);
        (Tensor fetched, Tensor proposed) = _step.Record(tape, x, n, facts);
        Tensor found = tape.Linear(tape.Presence(fetched, _shape.Fields), _found, questions ? _questionGateBias : _factGateBias);
        return tape.Gate(x, tape.Scale(tape.Add(tape.Linear(n, _gate), found), GatePace), proposed);
    }

    private void FoundStart(Span<float> values, int rows, int columns, Determinism.RandomStream random)
    {
        for (int field = 1; _shape.Prior && field < rows; field++)
            values[field * columns + field] = Wary;
    }

    private Initialiser GateStart(float whereFound) => (values, _, _, _) =>
    {
        if (!_shape.Prior)
            return;
        values.Fill(whereFound - Wary);
        values[0] = Shut;
    };
}
