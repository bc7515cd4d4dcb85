using Oversight.Neural;

namespace Oversight.Learning.Assistants;

/// <summary>
/// Look-ups, and beside them what no look-up finds, for it lies in no one fact: a perceptron of the token and a fact, added up over all facts. It starts by adding nothing,
/// so that it does no harm where look-ups suffice.
/// </summary>
internal sealed class CountingLookups : ILookups
{
    private const int Expansion = 2;
    private readonly FieldShape _shape;
    private readonly ILookups _lookups;
    private readonly Parameter _query;
    private readonly Parameter _key;
    private readonly Parameter _keyBias;
    private readonly Parameter _output;

    /// <summary>Lays out the parameters.</summary>
    /// <param name="layout">Gets them.</param>
    /// <param name="name">Their name.</param>
    /// <param name="shape">The token's fields.</param>
    /// <param name="lookups">What is looked up beside.</param>
    public CountingLookups(ParameterLayout layout, string name, FieldShape shape, ILookups lookups)
    {
        (_shape, _lookups) = (shape, lookups);
        int hidden = Expansion * shape.Width;
        _query = layout.Add($"{name}.count.query", shape.Width, hidden, Initialisers.FanIn());
        _key = layout.Add($"{name}.count.key", shape.Width, hidden, Initialisers.FanIn());
        _keyBias = layout.Add($"{name}.count.key.bias", 1, hidden, Initialisers.Zero);
        _output = layout.Add($"{name}.count.output", hidden, shape.Width, Initialisers.Zero);
    }

    /// <inheritdoc/>
    public LookupReading RecordReading(Tape tape, Tensor facts) =>
        _lookups.RecordReading(tape, facts) with { Counted = tape.Linear(_shape.Normalise(tape, facts), _key, _keyBias) };

    /// <inheritdoc/>
    public Tensor Record(Tape tape, Tensor x, Tensor n, LookupReading facts) => tape.Linear(
        tape.PairSums(tape.Linear(n, _query), facts.Counted!), _output, residual: _lookups.Record(tape, x, n, facts));
}
