using Oversight.Neural;

namespace Oversight.Training.Assistants;

/// <summary>
/// One layer of the look-up network: each field of a token is replaced by what the layer's <see cref="LookupStep"/> proposes as far as its gate opens,
/// x + g (u - x).
/// </summary>
internal sealed class LookupLayer
{
    // Adam moves every number at the same pace; a factor makes the gates move faster.
    private const float GatePace = 3;
    private readonly FieldShape _shape;
    private readonly LookupStep _step;
    private readonly LookupGates? _sharedGates;
    private readonly LookupGates _gates;

    /// <summary>Lays out the parameters.</summary>
    /// <param name="layout">Gets them.</param>
    /// <param name="name">The layer's name.</param>
    /// <param name="shape">The token's fields.</param>
    /// <param name="tied">What the layer shares with the others, beside which it has only adjustments of the gates; null for a layer all of its own.</param>
    public LookupLayer(ParameterLayout layout, string name, FieldShape shape, (LookupStep Step, LookupGates Gates)? tied)
    {
        _shape = shape;
        _step = tied?.Step ?? new LookupStep(layout, name, shape);
        _sharedGates = tied?.Gates;
        _gates = new LookupGates(layout, $"{name}.gates", shape, adjusts: tied is not null);
    }

    /// <summary>What the facts show before the layer.</summary>
    public LookupReading RecordReading(Tape tape, Tensor facts) => _step.RecordReading(tape, facts);

    /// <summary>The layer's effect on facts, or on questions.</summary>
    public Tensor Record(Tape tape, Tensor x, LookupReading facts, bool questions)
    {
        Tensor n = _shape.Normalise(tape, x);
        (Tensor fetched, Tensor proposed) = _step.Record(tape, x, n, facts);
        Tensor logits = _gates.Record(tape, n, questions);
        if (LookupGates.RecordFound(tape, _shape, fetched) is { } found)
            logits = tape.Add(logits, found);
        if (_sharedGates is not null)
            logits = tape.Add(logits, _sharedGates.Record(tape, n, questions));
        return tape.Gate(x, tape.Scale(logits, GatePace), proposed);
    }
}
