using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Determinism;
using Oversight.Neural;
using Oversight.Tasks;

namespace Oversight.Learning.Assistants;

/// <summary>
/// Turns facts and questions into tokens of fields. Each thing that a fact names goes into a field of its own. A question is like a fact of which only the last
/// thing is known, "? is x"; whatever else it says, its plan, goes into the first field; if it says nothing else, all it says. A name is the sum of its symbols' vectors;
/// where the task says so (<see cref="StatementLayout.Names"/>) it has a vector of its own.
/// </summary>
internal sealed class FieldEncoding
{
    private readonly StatementLayout _statements;
    private readonly int _symbols;
    private readonly int _wordLength;
    private readonly int[] _plan;
    private readonly FieldShape _shape;
    private readonly Dictionary<Symbols, int> _names;

    /// <summary>Lays out the table.</summary>
    /// <param name="task">Its statements decide the fields.</param>
    /// <param name="layout">Gets the table.</param>
    /// <param name="shape">The fields; with a prior a name starts as the same vector in every field, so that a look-up compares like with like.</param>
    public FieldEncoding(AlgorithmicTask task, ParameterLayout layout, FieldShape shape)
    {
        (_statements, _symbols, _shape) = (task.Layout, task.Alphabet.Size, shape);
        _names = _statements.Names.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => 1 + pair.i);
        _wordLength = _names.Count == 0 ? _statements.FactSlots.Concat(_statements.QuestionSlots).Max(slot => slot.Length) : 1;
        _plan = [.. Enumerable.Range(0, task.QuestionLength).Where(symbol => SlotAt(_statements.QuestionSlots, symbol) < 0)];
        if (_plan.Length == 0)
            _plan = [.. Enumerable.Range(0, task.QuestionLength)];
        SymbolsPerField = _wordLength + _plan.Length + 1;
        Table = layout.Add("embedding", KindsBlock + 2 * Fields, FieldWidth, (values, _, _, random) => Start(values, random));
    }

    /// <summary>How many embeddings a field sums at most.</summary>
    public int SymbolsPerField { get; }

    /// <summary>Names for each field, names for the pointer, the plan's symbols, and what marks facts and questions.</summary>
    public Parameter Table { get; }

    /// <summary>Symbols a word of the pointer.</summary>
    public int WordLength => _wordLength;

    private int Fields => _shape.Fields;

    private int FieldWidth => _shape.FieldWidth;

    private int BlockLength => _names.Count > 0 ? 1 + _names.Count : _wordLength * _symbols;

    private int PlanBlock => (Fields + 1) * BlockLength;

    private int KindsBlock => PlanBlock + _plan.Length * _symbols;

    /// <summary>Fills the indices of a fact.</summary>
    /// <param name="row">(fields * SymbolsPerField).</param>
    /// <param name="fact">The fact.</param>
    /// <param name="statement">Which of the statements that it makes.</param>
    public void LoadFact(Span<int> row, Symbols fact, int statement)
    {
        row.Fill(-1);
        for (int slot = 0; slot < _statements.FactSlots.Length; slot++)
        {
            foreach (int field in _statements.FieldsOf(fact, slot, statement))
                PlaceWord(row, fact, _statements.FactSlots[slot], field);
        }

        MarkKind(row, kind: 0);
    }

    /// <summary>Fills the indices of a question.</summary>
    /// <param name="row">(fields * SymbolsPerField).</param>
    /// <param name="words">The question's words.</param>
    public void LoadQuestion(Span<int> row, Symbols words)
    {
        row.Fill(-1);
        for (int slot = 0; slot < _statements.QuestionSlots.Length; slot++)
            PlaceWord(row, words, _statements.QuestionSlots[slot], Fields - 1 - slot);
        for (int i = 0; i < _plan.Length; i++)
            row[_wordLength + i] = PlanBlock + i * _symbols + words[_plan[i]];
        MarkKind(row, kind: 1);
    }

    /// <summary>Fills the indices of a word that the pointer can point at; blanks add nothing.</summary>
    /// <param name="row">(WordLength).</param>
    /// <param name="word">The word.</param>
    public void LoadWord(Span<int> row, Symbols word)
    {
        for (int i = 0; i < row.Length; i++)
            row[i] = i >= word.Length || word[i] == 0 ? -1 : Fields * BlockLength + NameRow(word, i);
    }

    private void PlaceWord(Span<int> row, Symbols words, WordSlot slot, int field)
    {
        Symbols word = words.Slice(slot.Start, slot.Length);
        for (int i = 0; i < Math.Min(slot.Length, _wordLength); i++)
        {
            if (word[i] != 0 && word[i] != _statements.Wildcard)
                row[field * SymbolsPerField + i] = field * BlockLength + NameRow(word, i);
        }
    }

    /// <summary>The row of a symbol in a block of names, or of the whole word, where words are names of their own; anything else counts as blank.</summary>
    private int NameRow(Symbols word, int symbol) => _names.Count == 0 ? symbol * _symbols + word[symbol] : _names.GetValueOrDefault(word);

    /// <summary>Marks each field that holds something as a fact's or a question's; an empty field stays empty.</summary>
    private void MarkKind(Span<int> row, int kind)
    {
        for (int field = 0; field < Fields; field++)
        {
            Span<int> part = row.Slice(field * SymbolsPerField, SymbolsPerField);
            if (part.ContainsAnyExcept(-1))
                part[^1] = KindsBlock + kind * Fields + field;
        }
    }

    private static int SlotAt(ImmutableArray<WordSlot> slots, int symbol)
    {
        for (int i = 0; i < slots.Length; i++)
        {
            if (symbol >= slots[i].Start && symbol < slots[i].Start + slots[i].Length)
                return i;
        }

        return -1;
    }

    /// <summary>Every field starts with root mean square about 1, whatever number of symbols it sums.</summary>
    private void Start(Span<float> values, RandomStream random)
    {
        int block = BlockLength * FieldWidth;
        Initialiser names = Initialisers.OrthogonalRows(Math.Sqrt(FieldWidth / (double)_wordLength));
        for (int i = 0; i <= Fields; i++)
        {
            Span<float> part = values.Slice(i * block, block);
            if (_shape.Prior && i > 0)
                values[..block].CopyTo(part);
            else
                names(part, BlockLength, FieldWidth, random);
        }

        int planRows = _plan.Length * _symbols;
        Initialisers.OrthogonalRows(Math.Sqrt(FieldWidth / (double)_plan.Length))(
            values.Slice(PlanBlock * FieldWidth, planRows * FieldWidth), planRows, FieldWidth, random);
        Initialisers.Normal(0.1)(values[(KindsBlock * FieldWidth)..], 2 * Fields, FieldWidth, random);
    }
}
