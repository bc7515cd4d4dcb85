using Oversight.Neural;

namespace Oversight.Learning.Assistants;

/// <summary>
/// Look-ups where several facts may be about one thing, so that a field may hold a set of things, the sum of their names. The result fetches the results of all facts about
/// any of its members; what is kept comes from those of them whose operands are the token's own. Nothing is divided by a length: a name is a member or it is not, whatever
/// else is in the set.
/// </summary>
internal sealed class SetLookups : ILookups
{
    private const float Sharpness = 16;
    private readonly int _parts;
    private readonly Parameter _nameKey;
    private readonly Parameter _nameQuery;
    private readonly Parameter _result;
    private readonly Parameter _output;
    private readonly Parameter _rowKey;
    private readonly Parameter _rowNameKey;
    private readonly Parameter _rowQuery;
    private readonly Parameter[] _kept;
    private readonly Parameter[] _keptOutputs;

    public SetLookups(ParameterLayout layout, string name, FieldShape shape)
    {
        int operands = shape.Result - shape.FirstOperand;
        _parts = operands + 1;
        _nameKey = layout.Add($"{name}.name.key", shape.Width, shape.FieldWidth, shape.PickFields(0));
        _nameQuery = layout.Add($"{name}.name.query", shape.Width, shape.FieldWidth, shape.PickFields(shape.Result));
        _result = layout.Add($"{name}.result", shape.Width, shape.FieldWidth, shape.PickFields(shape.Result));
        _output = layout.Add($"{name}.name.output", shape.FieldWidth, shape.Width, shape.FillField(shape.Result));
        _rowQuery = layout.Add($"{name}.row.query", shape.Width, _parts * shape.FieldWidth, shape.PickFields(shape.FirstOperand));
        _rowKey = layout.Add($"{name}.row.key", shape.Width, operands * shape.FieldWidth, shape.PickFields(shape.FirstOperand));
        _rowNameKey = layout.Add($"{name}.row.name.key", shape.Width, shape.FieldWidth, shape.PickFields(0));
        _kept = [.. Enumerable.Range(1, shape.Kept).Select(field => layout.Add($"{name}.kept.{field}", shape.Width, shape.FieldWidth, shape.PickFields(field)))];
        _keptOutputs =
            [.. Enumerable.Range(1, shape.Kept).Select(field => layout.Add($"{name}.kept.{field}.output", shape.FieldWidth, shape.Width, shape.FillField(field)))];
    }

    /// <inheritdoc/>
    public LookupReading RecordReading(Tape tape, Tensor facts) => new(
        tape.Linear(facts, _nameKey),
        tape.Concatenate(tape.Linear(facts, _rowKey), tape.Linear(facts, _rowNameKey)),
        tape.Linear(facts, _result),
        [.. _kept.Select(kept => tape.Linear(facts, kept))]);

    /// <inheritdoc/>
    public Tensor Record(Tape tape, Tensor x, Tensor n, LookupReading facts)
    {
        Tensor y = tape.Linear(tape.Gather(tape.Linear(x, _nameQuery), facts.Names, facts.Results, 1, Sharpness), _output);
        Tensor row = tape.Linear(x, _rowQuery);
        for (int i = 0; i < _kept.Length; i++)
            y = tape.Add(y, tape.Linear(tape.Gather(row, facts.Rows!, facts.Kept[i], _parts, Sharpness), _keptOutputs[i]));
        return y;
    }
}
