using Oversight.Core;

namespace Oversight.Tasks.UnionFind;

/// <summary>
/// The true values, parents and depths of one forest: each tree hangs from the variable whose value is a fact. Thread-safe.
/// </summary>
internal sealed class UnionFindTruth : GroundTruth
{
    private readonly UnionFindLanguage _language;
    private readonly List<int>[] _neighbors;
    private readonly bool[] _isRoot;
    private readonly int[] _values;
    private readonly int[] _parents;
    private readonly int[] _depths;

    public UnionFindTruth(UnionFindLanguage language, Facts facts)
    {
        _language = language;
        int count = language.Variables.Count;
        _neighbors = new List<int>[count];
        for (int x = 0; x < count; x++)
            _neighbors[x] = [];
        _isRoot = new bool[count];
        _values = new int[count];
        _parents = new int[count];
        _depths = new int[count];
        Array.Fill(_parents, -1);
        ReadFacts(facts);
        for (int x = 0; x < count; x++)
        {
            if (_isRoot[x])
                Hang(x, x, 0);
        }

        Variables = [.. Enumerable.Range(0, count).Where(x => _parents[x] >= 0)];
        if (Variables.Length != facts.Count)
            throw new ArgumentException("The equalities do not make trees with one variable of known value each.", nameof(facts));
    }

    /// <summary>The variables that occur.</summary>
    public int[] Variables { get; }

    /// <inheritdoc/>
    public override Answer Answer(Symbols words)
    {
        if (!_language.TryRead(words, out UnionFindQuestion kind, out int x, out int y) || _parents[x] < 0)
            return Core.Answer.Unknown;
        return kind switch
        {
            UnionFindQuestion.Value => _language.Value(_values[x]),
            UnionFindQuestion.Parent => _language.Variable(_parents[x]),
            UnionFindQuestion.Depth => _language.Depth(_depths[x]),
            UnionFindQuestion.SimpleValue => _isRoot[x] ? _language.Value(_values[x]) : Core.Answer.Unknown,
            UnionFindQuestion.Neighbor => _neighbors[x].Count == 0 ? Core.Answer.Unknown : _language.Variable(_neighbors[x].Min()),
            _ => _neighbors[x].Contains(y) ? UnionFindLanguage.Yes : Core.Answer.Unknown,
        };
    }

    /// <inheritdoc/>
    public override bool Accepts(Symbols words, Answer answer)
    {
        bool isNeighbor = _language.TryRead(words, out UnionFindQuestion kind, out int x, out _) && kind == UnionFindQuestion.Neighbor;
        return isNeighbor && _language.IsVariable(answer, out int y)
            ? answer == _language.Variable(y) && _neighbors[x].Contains(y)
            : answer == Answer(words);
    }

    /// <inheritdoc/>
    public override string ClassOf(Symbols words)
    {
        if (!_language.TryRead(words, out UnionFindQuestion kind, out int x, out _))
            return "malformed";
        return kind switch
        {
            UnionFindQuestion.Equal => "equal_edge",
            UnionFindQuestion.SimpleValue => "simple_value",
            UnionFindQuestion.Neighbor => "neighbor",
            _ => _parents[x] < 0 ? "unused" : $"{_language.Alphabet.Names[(byte)kind]} {_depths[x]}",
        };
    }

    private void ReadFacts(Facts facts)
    {
        foreach (Symbols fact in facts.Statements)
        {
            if (!_language.TryReadFact(fact, out int x, out int y, out int value))
                throw new ArgumentException($"'{fact}' is no fact of union find.", nameof(facts));
            if (y < 0)
            {
                _isRoot[x] = true;
                _values[x] = value;
            }
            else
            {
                _neighbors[x].Add(y);
                _neighbors[y].Add(x);
            }
        }
    }

    private void Hang(int x, int parent, int depth)
    {
        if (_parents[x] >= 0)
            return;
        _parents[x] = parent;
        _depths[x] = depth;
        _values[x] = _values[parent];
        foreach (int y in _neighbors[x])
            Hang(y, x, depth + 1);
    }
}
