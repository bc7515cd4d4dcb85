using Oversight.Core;

namespace Oversight.Tasks.SequentialAssignments;

/// <summary>The true values of one list of assignments, worked out in the order in which they were made. Thread-safe.</summary>
internal sealed class SequentialAssignmentsTruth : GroundTruth
{
    private readonly SequentialAssignmentsLanguage _language;
    private readonly Dictionary<(int, int), int> _table = [];
    private readonly int[] _values;
    private readonly int[] _depths;
    private readonly (int Y, int Z)[] _operands;

    public SequentialAssignmentsTruth(SequentialAssignmentsLanguage language, Facts facts)
    {
        _language = language;
        int count = language.Variables.Count;
        _values = new int[count];
        _depths = new int[count];
        _operands = new (int, int)[count];
        Array.Fill(_depths, -1);
        foreach (Symbols fact in facts.Statements)
        {
            bool isEntry = language.Read(fact, out int a, out int b, out int value) == SequentialAssignmentsFact.Entry;
            if (isEntry && !_table.TryAdd((a, b), value))
                throw new ArgumentException($"Two facts tell f({a}, {b}).", nameof(facts));
        }

        foreach (Symbols fact in facts.Statements)
            Assign(fact, nameof(facts));
        Variables = [.. Enumerable.Range(0, count).Where(x => _depths[x] >= 0)];
    }

    /// <summary>The variables that are assigned.</summary>
    public int[] Variables { get; }

    /// <inheritdoc/>
    public override Answer Answer(Symbols words)
    {
        if (!_language.IsWellFormed(words))
            return Core.Answer.Unknown;
        if (_language.IsApply(words, out int a, out int b))
            return _table.TryGetValue((a, b), out int entry) ? _language.Value(entry) : Core.Answer.Unknown;
        _language.TryRead(words, out SequentialAssignmentsQuestion kind, out int x);
        if (_depths[x] < 0)
            return Core.Answer.Unknown;
        if (kind == SequentialAssignmentsQuestion.Value || _depths[x] == 0)
            return _language.Value(_values[x]);
        return _language.Variable(kind == SequentialAssignmentsQuestion.First ? _operands[x].Y : _operands[x].Z);
    }

    /// <inheritdoc/>
    public override string ClassOf(Symbols words)
    {
        if (!_language.IsWellFormed(words))
            return "malformed";
        if (_language.IsPrimitive(words))
            return _language.IsApply(words, out _, out _) ? "f" : "simple";
        _language.TryRead(words, out _, out int x);
        return _depths[x] < 0 ? "unused" : $"depth {_depths[x]}";
    }

    private void Assign(Symbols fact, string name)
    {
        SequentialAssignmentsFact kind = _language.Read(fact, out int x, out int second, out int z);
        if (kind is SequentialAssignmentsFact.Blank or SequentialAssignmentsFact.Entry)
            return;
        if (kind == SequentialAssignmentsFact.None || _depths[x] >= 0)
            throw new ArgumentException($"'{fact}' is no fact of sequential assignments, or assigns a variable a second time.", name);
        if (kind == SequentialAssignmentsFact.Constant)
        {
            _depths[x] = 0;
            _values[x] = second;
            return;
        }

        if (_depths[second] < 0 || _depths[z] < 0)
            throw new ArgumentException($"x{x} is assigned before both x{second} and x{z} are.", name);
        _operands[x] = (second, z);
        _depths[x] = 1 + Math.Max(_depths[second], _depths[z]);
        _values[x] = Combine(_values[second], _values[z], name);
    }

    private int Combine(int p, int q, string name)
    {
        if (!_language.HasTable)
            return _language.Values.Fit(p + q);
        return _table.TryGetValue((p, q), out int value) ? value : throw new ArgumentException($"No fact tells f({p}, {q}).", name);
    }
}
