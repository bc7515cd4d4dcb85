using Oversight.Neural;

namespace Oversight.Learning.Assistants;

/// <summary>
/// Look-ups where one fact is about a thing. Each operand of a statement, and its result, looks for the fact about the thing that it names and fetches its result; the
/// operands together look for the fact with the same operands, as in a table. A fact without a result is not found.
/// </summary>
internal sealed class SingleLookups : ILookups
{
    private readonly FieldShape _shape;
    private readonly Parameter _nameKey;
    private readonly Parameter? _rowKey;
    private readonly Parameter _result;
    private readonly Parameter[] _kept;
    private readonly LookupHead[] _nameHeads;
    private readonly LookupHead[] _keptHeads;
    private readonly LookupHead? _rowHead;

    public SingleLookups(ParameterLayout layout, string name, FieldShape shape)
    {
        _shape = shape;
        int operands = shape.Result - shape.FirstOperand;
        _nameKey = layout.Add($"{name}.name.key", shape.Width, shape.FieldWidth, shape.PickFields(0));
        _result = layout.Add($"{name}.result", shape.Width, shape.FieldWidth, shape.PickFields(shape.Result));
        _nameHeads = [.. Enumerable.Range(shape.FirstOperand, operands + 1).Select(field => new LookupHead(layout, $"{name}.name.{field}", shape, (field, 1), field))];
        _kept = [.. Enumerable.Range(1, shape.Kept).Select(field => layout.Add($"{name}.kept.{field}", shape.Width, shape.FieldWidth, shape.PickFields(field)))];
        _keptHeads = [.. Enumerable.Range(1, shape.Kept).Select(field => new LookupHead(layout, $"{name}.name.{field}", shape, (shape.Result, 1), field))];
        if (operands == 0)
            return;
        _rowKey = layout.Add($"{name}.row.key", shape.Width, operands * shape.FieldWidth, shape.PickFields(shape.FirstOperand));
        _rowHead = new LookupHead(layout, $"{name}.row", shape, (shape.FirstOperand, operands), shape.Result);
    }

    /// <inheritdoc/>
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

    /// <inheritdoc/>
    public Tensor Record(Tape tape, Tensor x, Tensor n, LookupReading facts)
    {
        Tensor y = _nameHeads[0].Record(tape, n, facts.Names, facts.Results);
        for (int i = 1; i < _nameHeads.Length; i++)
            y = tape.Add(y, _nameHeads[i].Record(tape, n, facts.Names, facts.Results));
        for (int i = 0; i < _keptHeads.Length; i++)
            y = tape.Add(y, _keptHeads[i].Record(tape, n, facts.Names, facts.Kept[i]));
        return _rowHead is null ? y : tape.Add(y, _rowHead.Record(tape, n, facts.Rows!, facts.Results));
    }

    /// <summary>What facts are found by; a fact without a result is hardly found.</summary>
    private static Tensor Key(Tape tape, Tensor n, Parameter key, Tensor? presence)
    {
        Tensor unit = FieldShape.Unit(tape, tape.Linear(n, key));
        return presence is null ? unit : tape.Weigh(unit, presence);
    }
}
