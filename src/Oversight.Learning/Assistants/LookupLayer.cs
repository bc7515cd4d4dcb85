using Oversight.Neural;

namespace Oversight.Learning.Assistants;

/// <summary>
/// One layer of the look-up network: each field of a token is replaced by u, what look-ups fetch and the MLP makes of it, as far as its gate opens, x + g (u - x).
/// </summary>
internal sealed class LookupLayer
{
    // Adam moves every number at the same pace; a factor makes the gates move faster.
    private const float GatePace = 3;
    private readonly FieldShape _shape;
    private readonly ILookups _lookups;
    private readonly LookupMlp _mlp;
    private readonly LookupGates? _sharedGates;
    private readonly LookupGates _gates;

    /// <summary>Lays out the parameters.</summary>
    /// <param name="layout">Gets them.</param>
    /// <param name="name">The layer's name.</param>
    /// <param name="shape">The token's fields.</param>
    /// <param name="shared">What the layer has in common with the others; null for a layer all of its own.</param>
    public LookupLayer(ParameterLayout layout, string name, FieldShape shape, SharedParts? shared)
    {
        _shape = shape;
        _lookups = shared?.Lookups ?? NewLookups(layout, name, shape);
        _mlp = shared?.Mlp ?? new LookupMlp(layout, $"{name}.mlp", shape);
        _sharedGates = shared?.Gates;
        _gates = new LookupGates(layout, $"{name}.gates", shape, adjusts: shared is not null);
    }

    /// <summary>Lays out the parameters of look-ups.</summary>
    /// <param name="layout">Gets them.</param>
    /// <param name="name">Their name.</param>
    /// <param name="shape">The token's fields.</param>
    public static ILookups NewLookups(ParameterLayout layout, string name, FieldShape shape)
    {
        ILookups lookups = shape.HoldsSets ? new SetLookups(layout, name, shape) : new SingleLookups(layout, name, shape);
        return shape.Counts ? new CountingLookups(layout, name, shape, lookups) : lookups;
    }

    /// <summary>What the facts show before the layer.</summary>
    public LookupReading RecordReading(Tape tape, Tensor facts) => _lookups.RecordReading(tape, facts);

    /// <summary>The layer's effect on facts, or on questions.</summary>
    public Tensor Record(Tape tape, Tensor x, LookupReading facts, bool questions)
    {
        Tensor n = _shape.Normalise(tape, x);
        Tensor fetched = _lookups.Record(tape, x, n, facts);
        Tensor proposed = _mlp.Record(tape, x, fetched);
        Tensor logits = _gates.Record(tape, n, questions);
        if (LookupGates.RecordFound(tape, _shape, _shape.ComputesResults ? proposed : fetched) is { } found)
            logits = tape.Add(logits, found);
        if (_sharedGates is not null)
            logits = tape.Add(logits, _sharedGates.Record(tape, n, questions));
        return tape.Gate(x, tape.Scale(logits, GatePace), proposed);
    }
}
