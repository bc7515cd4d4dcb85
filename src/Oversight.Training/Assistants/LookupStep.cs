using Oversight.Neural;

namespace Oversight.Training.Assistants;

/// <summary>
/// What a layer makes of tokens before gates decide whether to take it. Each field but the first looks for the facts that it names and fetches their last
/// field; the fields between first and last, together, look for the facts with the same ones there, as in a table. What was fetched then passes an MLP.
/// </summary>
internal sealed class LookupStep
{
    private const double Noise = 0.1;
    private readonly FieldShape _shape;
    private readonly Parameter _nameKey;
    private readonly Parameter _nameValue;
    private readonly LookupHead[] _names;
    private readonly Parameter? _rowKey;
    private readonly Parameter? _rowValue;
    private readonly LookupHead? _row;
    private readonly Parameter _up;
    private readonly Parameter _upBias;
    private readonly Parameter _down;
    private readonly Parameter _downBias;

    public LookupStep(ParameterLayout layout, string name, FieldShape shape)
    {
        _shape = shape;
        int last = shape.Fields - 1;
        _nameKey = layout.Add($"{name}.name.key", shape.Width, shape.FieldWidth, shape.PickFields(0));
        _nameValue = layout.Add($"{name}.name.value", shape.Width, shape.FieldWidth, shape.PickFields(last));
        _names = [.. Enumerable.Range(1, last).Select(field => new LookupHead(layout, $"{name}.name.{field}", shape, (field, 1), field))];
        if (last > 1)
        {
            _rowKey = layout.Add($"{name}.row.key", shape.Width, (last - 1) * shape.FieldWidth, shape.PickFields(1));
            _rowValue = layout.Add($"{name}.row.value", shape.Width, shape.FieldWidth, shape.PickFields(last));
            _row = new LookupHead(layout, $"{name}.row", shape, (1, last - 1), last);
        }

        _up = layout.Add($"{name}.mlp.up", shape.Width, shape.Width, Initialisers.FanIn(Math.Sqrt(2)));
        _upBias = layout.Add($"{name}.mlp.up.bias", 1, shape.Width, Initialisers.Zero);
        _down = layout.Add($"{name}.mlp.down", shape.Width, shape.Width, Initialisers.FanIn(Noise));
        _downBias = layout.Add($"{name}.mlp.down.bias", 1, shape.Width, Initialisers.Zero);
    }

    /// <summary>What questions and facts find facts by, and fetch: by name, and by row of a table where tokens have fields for one.</summary>
    public (LookupReading Names, LookupReading? Rows) RecordReading(Tape tape, Tensor facts)
    {
        Tensor n = _shape.Normalise(tape, facts);
        var names = new LookupReading(FieldShape.Unit(tape, tape.Linear(n, _nameKey)), tape.Linear(n, _nameValue));
        return (names, _row is null ? null : new LookupReading(FieldShape.Unit(tape, tape.Linear(n, _rowKey!)), tape.Linear(n, _rowValue!)));
    }

    /// <summary>y, what look-ups fetch, and u, what they and the MLP propose; neither contains x itself.</summary>
    /// <param name="tape">Recorded on.</param>
    /// <param name="x">The tokens.</param>
    /// <param name="n">The tokens, normalised.</param>
    /// <param name="facts">From <see cref="RecordReading"/>.</param>
    public (Tensor Fetched, Tensor Proposed) Record(Tape tape, Tensor x, Tensor n, (LookupReading Names, LookupReading? Rows) facts)
    {
        Tensor y = _names[0].Record(tape, n, facts.Names);
        foreach (LookupHead head in _names.Skip(1))
            y = tape.Add(y, head.Record(tape, n, facts.Names));
        if (_row is not null)
            y = tape.Add(y, _row.Record(tape, n, facts.Rows!));
        Tensor hidden = tape.Linear(_shape.Normalise(tape, tape.Add(x, y)), _up, _upBias, relu: true);
        return (y, tape.Add(y, tape.Linear(hidden, _down, _downBias)));
    }
}
