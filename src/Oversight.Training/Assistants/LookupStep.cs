using Oversight.Neural;

namespace Oversight.Training.Assistants;

/// <summary>
/// What a layer makes of tokens before gates decide whether to take it. Each operand of a statement, and its result, looks for the facts about the thing that it
/// names and fetches their result; the operands together look for the facts with the same operands, as in a table. A fact without a result is not found. What was
/// fetched then passes an MLP.
/// </summary>
internal sealed class LookupStep
{
    private const double Noise = 0.1;
    private readonly FieldShape _shape;
    private readonly Parameter _nameKey;
    private readonly Parameter? _rowKey;
    private readonly Parameter _result;
    private readonly Parameter[] _kept;
    private readonly LookupHead[] _nameHeads;
    private readonly LookupHead[] _keptHeads;
    private readonly LookupHead? _rowHead;
    private readonly Parameter _up;
    private readonly Parameter _upBias;
    private readonly Parameter _down;
    private readonly Parameter _downBias;

    public LookupStep(ParameterLayout layout, string name, FieldShape shape)
    {
        _shape = shape;
        int operands = shape.Result - shape.FirstOperand;
        _nameKey = layout.Add($"{name}.name.key", shape.Width, shape.FieldWidth, shape.PickFields(0));
        _result = layout.Add($"{name}.result", shape.Width, shape.FieldWidth, shape.PickFields(shape.Result));
        _nameHeads = [.. Enumerable.Range(shape.FirstOperand, operands + 1).Select(field => new LookupHead(layout, $"{name}.name.{field}", shape, (field, 1), field))];
        _kept = [.. Enumerable.Range(1, shape.Kept).Select(field => layout.Add($"{name}.kept.{field}", shape.Width, shape.FieldWidth, shape.PickFields(field)))];
        _keptHeads = [.. Enumerable.Range(1, shape.Kept).Select(field => new LookupHead(layout, $"{name}.name.{field}", shape, (shape.Result, 1), field))];
        if (operands > 0)
        {
            _rowKey = layout.Add($"{name}.row.key", shape.Width, operands * shape.FieldWidth, shape.PickFields(shape.FirstOperand));
            _rowHead = new LookupHead(layout, $"{name}.row", shape, (shape.FirstOperand, operands), shape.Result);
        }

        _up = layout.Add($"{name}.mlp.up", shape.Width, shape.Width, Initialisers.FanIn(Math.Sqrt(2)));
        _upBias = layout.Add($"{name}.mlp.up.bias", 1, shape.Width, Initialisers.Zero);
        _down = layout.Add($"{name}.mlp.down", shape.Width, shape.Width, Initialisers.FanIn(Noise));
        _downBias = layout.Add($"{name}.mlp.down.bias", 1, shape.Width, Initialisers.Zero);
    }

    /// <summary>What questions and facts find facts by, and fetch.</summary>
    public LookupReading RecordReading(Tape tape, Tensor facts)
    {
        Tensor n = _shape.Normalise(tape, facts);
        Tensor result = tape.Linear(n, _result);
        Tensor? presence = _shape.CanMiss ? tape.Presence(result, 1) : null;
        return new LookupReading(
            Key(tape, n, _nameKey, presence),
            _rowKey is null ? null : Key(tape, n, _rowKey, presence),
            result,
            [.. _kept.Select(kept => tape.Linear(n, kept))]);
    }

    /// <summary>y, what look-ups fetch, and u, what they and the MLP propose; neither contains x itself.</summary>
    /// <param name="tape">Recorded on.</param>
    /// <param name="x">The tokens.</param>
    /// <param name="n">The tokens, normalised.</param>
    /// <param name="facts">From <see cref="RecordReading"/>.</param>
    public (Tensor Fetched, Tensor Proposed) Record(Tape tape, Tensor x, Tensor n, LookupReading facts)
    {
        Tensor y = _nameHeads[0].Record(tape, n, facts.Names, facts.Results);
        for (int i = 1; i < _nameHeads.Length; i++)
            y = tape.Add(y, _nameHeads[i].Record(tape, n, facts.Names, facts.Results));
        for (int i = 0; i < _keptHeads.Length; i++)
            y = tape.Add(y, _keptHeads[i].Record(tape, n, facts.Names, facts.Kept[i]));
        if (_rowHead is not null)
            y = tape.Add(y, _rowHead.Record(tape, n, facts.Rows!, facts.Results));
        Tensor hidden = tape.Linear(_shape.Normalise(tape, tape.Add(x, y)), _up, _upBias, relu: true);
        return (y, tape.Add(y, tape.Linear(hidden, _down, _downBias)));
    }

    /// <summary>What facts are found by; a fact without a result is hardly found.</summary>
    private static Tensor Key(Tape tape, Tensor n, Parameter key, Tensor? presence)
    {
        Tensor unit = FieldShape.Unit(tape, tape.Linear(n, key));
        return presence is null ? unit : tape.Weigh(unit, presence);
    }
}
