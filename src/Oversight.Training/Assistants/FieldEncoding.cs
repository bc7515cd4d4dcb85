using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Determinism;
using Oversight.Neural;
using Oversight.Tasks;

namespace Oversight.Training.Assistants;

/// <summary>
/// Turns facts and questions into tokens of fields. Each thing that a fact names goes into a field of its own. A question is like a fact of which only the last
/// thing is known, "? is x"; whatever else it says, its plan, goes into the first field.
/// </summary>
internal sealed class FieldEncoding
{
    private readonly AlgorithmicTask _task;
    private readonly int _wordLength;
    private readonly int _planLength;
    private readonly Place[] _factPlaces;
    private readonly Place[] _questionPlaces;

    /// <summary>Lays out the table.</summary>
    /// <param name="task">Its slots decide the fields.</param>
    /// <param name="layout">Gets the table.</param>
    /// <param name="fieldWidth">Numbers a field.</param>
    /// <param name="prior">Whether a name starts as the same vector in every field, so that a look-up compares like with like.</param>
    public FieldEncoding(AlgorithmicTask task, ParameterLayout layout, int fieldWidth, bool prior)
    {
        _task = task;
        Fields = task.FactSlots.Length;
        FieldWidth = fieldWidth;
        _wordLength = task.FactSlots.Max(slot => slot.Length);
        _planLength = Math.Max(1, task.QuestionLength - task.QuestionSlots.Sum(slot => slot.Length));
        _factPlaces = PlacesOf(task.FactLength, task.FactSlots, firstField: 0);
        _questionPlaces = PlacesOf(task.QuestionLength, task.QuestionSlots, firstField: Fields - task.QuestionSlots.Length);
        SymbolsPerField = Math.Max(_wordLength, _planLength) + 1;
        Table = layout.Add("embedding", KindsBlock + 2 * Fields, fieldWidth, (values, _, _, random) => Start(values, prior, random));
    }

    /// <summary>How many fields a token has.</summary>
    public int Fields { get; }

    /// <summary>Numbers a field.</summary>
    public int FieldWidth { get; }

    /// <summary>How many embeddings a field sums at most.</summary>
    public int SymbolsPerField { get; }

    /// <summary>Names for each field, names for the pointer, the plan's symbols, and what marks facts and questions.</summary>
    public Parameter Table { get; }

    /// <summary>Symbols a word of the pointer.</summary>
    public int WordLength => _wordLength;

    private int BlockLength => _wordLength * _task.Alphabet.Size;

    private int PlanBlock => (Fields + 1) * BlockLength;

    private int KindsBlock => PlanBlock + _planLength * _task.Alphabet.Size;

    /// <summary>Fills the indices of a fact.</summary>
    /// <param name="row">(fields * SymbolsPerField).</param>
    /// <param name="fact">The fact.</param>
    public void LoadFact(Span<int> row, Symbols fact) => Load(row, fact, _factPlaces, kind: 0);

    /// <summary>Fills the indices of a question.</summary>
    /// <param name="row">(fields * SymbolsPerField).</param>
    /// <param name="words">The question's words.</param>
    public void LoadQuestion(Span<int> row, Symbols words) => Load(row, words, _questionPlaces, kind: 1);

    /// <summary>Fills the indices of a word that the pointer can point at.</summary>
    /// <param name="row">(WordLength).</param>
    /// <param name="word">The word.</param>
    public void LoadWord(Span<int> row, Symbols word)
    {
        for (int i = 0; i < row.Length; i++)
            row[i] = Fields * BlockLength + i * _task.Alphabet.Size + word[i];
    }

    private void Load(Span<int> row, Symbols words, Place[] places, int kind)
    {
        row.Fill(-1);
        foreach (Place place in places)
            row[place.Column] = place.FirstRow + words[place.Symbol];
        for (int field = 0; field < Fields; field++)
            row[(field + 1) * SymbolsPerField - 1] = KindsBlock + kind * Fields + field;
    }

    private Place[] PlacesOf(int length, ImmutableArray<WordSlot> slots, int firstField)
    {
        var places = new Place[length];
        int plan = 0;
        int symbolsPerField = Math.Max(_wordLength, _planLength) + 1;
        for (int symbol = 0; symbol < length; symbol++)
        {
            int slot = SlotAt(slots, symbol);
            int field = slot < 0 ? 0 : firstField + slot;
            int at = slot < 0 ? plan++ : symbol - slots[slot].Start;
            int block = slot < 0 ? PlanBlock : field * BlockLength;
            places[symbol] = new Place(symbol, field * symbolsPerField + at, block + at * _task.Alphabet.Size);
        }

        return places;
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
    private void Start(Span<float> values, bool prior, RandomStream random)
    {
        int block = BlockLength * FieldWidth;
        Initialiser names = Initialisers.OrthogonalRows(Math.Sqrt(FieldWidth / (double)_wordLength));
        for (int i = 0; i <= Fields; i++)
        {
            Span<float> part = values.Slice(i * block, block);
            if (prior && i > 0)
                values[..block].CopyTo(part);
            else
                names(part, BlockLength, FieldWidth, random);
        }

        int planRows = _planLength * _task.Alphabet.Size;
        Initialisers.OrthogonalRows(Math.Sqrt(FieldWidth / (double)_planLength))(
            values.Slice(PlanBlock * FieldWidth, planRows * FieldWidth), planRows, FieldWidth, random);
        Initialisers.Normal(0.1)(values[(KindsBlock * FieldWidth)..], 2 * Fields, FieldWidth, random);
    }

    /// <summary>Where a symbol of a fact or a question goes.</summary>
    private readonly record struct Place(int Symbol, int Column, int FirstRow);
}
