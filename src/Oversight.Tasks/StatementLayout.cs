using System.Collections.Immutable;
using Oversight.Core;

namespace Oversight.Tasks;

/// <summary>
/// How the look-up network of X reads the facts of a task. Think of a card index: a fact becomes a card with a few fields. The first field
/// is the name by which the card is found; fields after it may be kept along; then come operands, the names of other cards; the last field
/// is the result, what the statement comes to. A question is a card of which only the last fields are filled in. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Only networks read this: truth, the overseer's script and other back-ends do not. A task that says nothing gets <see cref="Default"/>.
/// </remarks>
public sealed class StatementLayout
{
    private static readonly int[] FieldNumbers = [.. Enumerable.Range(0, Symbols.MaxLength)];

    /// <summary>A layout in which every word of a fact has a field of its own, in the order of the slots.</summary>
    /// <param name="factSlots">
    /// Where in a fact things are named; at least two, unless <see cref="FieldsOf"/> puts the word into several fields.
    /// </param>
    /// <param name="questionSlots">
    /// Where in a question things are named: the first goes into the last field, the second into the one before.
    /// </param>
    public StatementLayout(ImmutableArray<WordSlot> factSlots, ImmutableArray<WordSlot> questionSlots)
    {
        (FactSlots, QuestionSlots) = (factSlots, questionSlots);
        Fields = factSlots.Length;
    }

    /// <summary>Where in a fact things are named. The network can answer with any of these words.</summary>
    public ImmutableArray<WordSlot> FactSlots { get; }

    /// <summary>
    /// Where in a question things are named. The symbols outside of them are the question's plan, what is to be done with the things; if
    /// all symbols are inside, they are read as the plan as well.
    /// </summary>
    public ImmutableArray<WordSlot> QuestionSlots { get; }

    /// <summary>
    /// How many fields a statement has: its name, what is kept, the operands and the result. A fact may leave some empty.
    /// </summary>
    public int Fields { get; init; }

    /// <summary>How many fields after the name are only kept: they are fetched with the result, and nothing is looked up by them.</summary>
    public int KeptFields { get; init; }

    /// <summary>
    /// Whether several facts may have the same name, as all edges into one vertex do. A look-up then gathers every fact that fits, as a
    /// set, instead of choosing one. A set is a sum of names, so such a layout also lists its <see cref="Names"/>.
    /// </summary>
    public bool SharesNames { get; init; }

    /// <summary>
    /// Words of facts that name one thing as a whole; their single symbols carry no meaning. Each gets a vector of its own. Empty where a
    /// word is the sum of its symbols. Sets need whole names, because a sum of symbols cannot tell {ab, cd} from {ad, cb}.
    /// </summary>
    public ImmutableArray<Symbols> Names { get; init; } = [];

    /// <summary>
    /// Whether results are computed from the operands (sums), rather than stated in a fact or looked up in a table of facts.
    /// </summary>
    public bool ComputesResults { get; init; }

    /// <summary>
    /// How many statements a fact makes; more than one where it can be read in several directions, as x = y is also y = x.
    /// </summary>
    public int StatementsPerFact { get; init; } = 1;

    /// <summary>The fields that a word of a fact stands in; unless said otherwise, the field with the number of its slot.</summary>
    public FieldPlacement FieldsOf { get; init; } = static (_, slot, _) => Field(slot);

    /// <summary>The symbol that stands for any other in a word of a question; null where there is none.</summary>
    public byte? Wildcard { get; init; }

    /// <summary>
    /// The layout of a task that does not supply one: a fact is a name followed by an answer, f(name) = answer, and a question begins with
    /// a name.
    /// <list type="bullet">
    /// <item>A fact's last <see cref="AlgorithmicTask.AnswerLength"/> symbols are the result, and those before them the name. A fact no
    /// longer than an answer is both as a whole.</item>
    /// <item>A question's first symbols, as many as a name has, are looked up; the others are its plan.</item>
    /// </list>
    /// Supply your own where this reads the facts wrongly: where the answer does not stand at the end or the question does not start with
    /// the name, where facts name three things or more, or can be read in both directions, where several facts are about one thing, or
    /// where questions have wildcards. A layout that fits badly breaks nothing. X learns more slowly, because its look-ups start out in the
    /// wrong place.
    /// </summary>
    /// <param name="task">Its lengths decide.</param>
    public static StatementLayout Default(AlgorithmicTask task)
    {
        int factLength = task.FactLength;
        int nameLength = factLength - task.AnswerLength;
        if (nameLength > 0)
            return new StatementLayout([new(0, nameLength), new(nameLength, task.AnswerLength)], [QuestionName(task, nameLength)]);
        return new StatementLayout([new(0, factLength)], [QuestionName(task, factLength)])
        {
            Fields = 2,
            FieldsOf = static (_, _, _) => [0, 1],
        };
    }

    /// <summary>One field alone, without an allocation.</summary>
    /// <param name="field">Its number.</param>
    public static ReadOnlySpan<int> Field(int field) => new(in FieldNumbers[field]);

    private static WordSlot QuestionName(AlgorithmicTask task, int nameLength) => new(0, Math.Min(nameLength, task.QuestionLength));
}
