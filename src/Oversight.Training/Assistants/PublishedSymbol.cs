using Oversight.Neural;

namespace Oversight.Training.Assistants;

/// <summary>
/// How the published network writes one symbol of an answer: a pointer with a softmax over the facts for each place of a fact, mixed with a softmax over
/// the alphabet. Every symbol of an answer has weights of its own and reads the symbols before it.
/// </summary>
internal sealed class PublishedSymbol
{
    private readonly int _factLength;
    private readonly float _scale;
    private readonly JoinedSymbols? _prefix;
    private readonly (Parameter Weight, Parameter Bias) _query;
    private readonly Parameter _key;
    private readonly (Parameter Weight, Parameter Bias) _mixHidden;
    private readonly (Parameter Weight, Parameter Bias) _mix;
    private readonly (Parameter Weight, Parameter Bias) _vocabularyHidden;
    private readonly (Parameter Weight, Parameter Bias) _vocabulary;

    /// <summary>Lays out the parameters of the symbol at a position.</summary>
    /// <param name="layout">Gets them.</param>
    /// <param name="position">From 0: how many symbols stand before it.</param>
    /// <param name="alphabet">How many symbols there are.</param>
    /// <param name="factLength">Symbols a fact.</param>
    /// <param name="embedding">Numbers an embedding.</param>
    /// <param name="width">C.</param>
    public PublishedSymbol(ParameterLayout layout, int position, int alphabet, int factLength, int embedding, int width)
    {
        string name = $"symbols.{position}";
        int state = position == 0 ? width : 2 * width;
        _factLength = factLength;
        _scale = 1 / MathF.Sqrt(width);
        _prefix = position == 0 ? null : new JoinedSymbols(layout, $"{name}.prefix", alphabet, position, embedding, width);
        _query = PublishedNetwork.AddLinear(layout, $"{name}.pointer.query", state, factLength * width);
        _key = layout.Add($"{name}.pointer.key.weight", width, factLength * width, Initialisers.FanIn());
        _mixHidden = PublishedNetwork.AddLinear(layout, $"{name}.mix.hidden", state, width);
        _mix = PublishedNetwork.AddLinear(layout, $"{name}.mix", width, factLength + 1);
        _vocabularyHidden = PublishedNetwork.AddLinear(layout, $"{name}.vocabulary.hidden", state, width);
        _vocabulary = PublishedNetwork.AddLinear(layout, $"{name}.vocabulary", width, alphabet);
    }

    /// <summary>Records the pointer's keys.</summary>
    /// <param name="tape">Recorded on.</param>
    /// <param name="facts">(facts, C): the encoded facts.</param>
    /// <returns>(facts, FactLength * C).</returns>
    public Tensor RecordKeys(Tape tape, Tensor facts) => tape.Linear(facts, _key);

    /// <summary>Records the distribution of the symbol.</summary>
    /// <param name="tape">Recorded on.</param>
    /// <param name="x">(questions, C): the questions once they have read the facts.</param>
    /// <param name="before">(questions, position): the symbols before this one; null for the first.</param>
    /// <param name="keys">What <see cref="RecordKeys"/> made of the facts.</param>
    /// <param name="places">(contexts, FactLength * facts): the symbols that the facts hold.</param>
    public PointerMixture Record(Tape tape, Tensor x, IndexInput? before, Tensor keys, IndexInput places)
    {
        (IndexInput, Tensor)? prefix = before is null ? null : (before, _prefix!.RecordTable(tape));
        Tensor query = RecordState(tape, x, prefix, _query, relu: false);
        Tensor scores = tape.Scores(query, keys, _factLength, _scale);
        Tensor vocabulary = RecordState(tape, x, prefix, _vocabularyHidden, relu: true);
        Tensor mix = RecordState(tape, x, prefix, _mixHidden, relu: true);
        return new PointerMixture(
            scores,
            places,
            _factLength,
            tape.Linear(vocabulary, _vocabulary.Weight, _vocabulary.Bias),
            tape.Linear(mix, _mix.Weight, _mix.Bias));
    }

    /// <summary>
    /// A linear map of a question joined with the symbols before. These are few, so that what the map makes of them is worked out once for each, not for every question.
    /// </summary>
    private static Tensor RecordState(
        Tape tape, Tensor x, (IndexInput, Tensor)? prefix, (Parameter Weight, Parameter Bias) map, bool relu)
    {
        if (prefix is not (IndexInput before, Tensor table))
            return tape.Linear(x, map.Weight, map.Bias, relu);
        Parameter ofQuestion = map.Weight.Slice(0, x.Columns), ofPrefix = map.Weight.Slice(x.Columns, table.Columns);
        return tape.Linear(x, ofQuestion, tape.Join(before, tape.Linear(table, ofPrefix), map.Bias), relu);
    }
}
