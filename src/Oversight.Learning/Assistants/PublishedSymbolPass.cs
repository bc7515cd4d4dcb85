using Oversight.Neural;

namespace Oversight.Learning.Assistants;

/// <summary>
/// A symbol of an answer on a tape. Where there are many facts the pointers' keys are folded into their queries, so that queries meet the encoded facts as they are: a
/// pointer's (x Q)(f K)^T is (x Q K^T) f^T, and Q K^T is worked out once for all facts.
/// </summary>
internal sealed class PublishedSymbolPass
{
    private readonly PublishedSymbol _symbol;
    private readonly Tape _tape;
    private readonly bool _foldsKeys;
    private readonly StateMap _query;
    private readonly StateMap _mixHidden;
    private readonly StateMap _vocabularyHidden;

    /// <summary>Records what depends on the weights alone.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="tape">Recorded on.</param>
    /// <param name="foldsKeys">Whether keys are folded into queries.</param>
    public PublishedSymbolPass(PublishedSymbol symbol, Tape tape, bool foldsKeys)
    {
        (_symbol, _tape, _foldsKeys) = (symbol, tape, foldsKeys);
        Tensor? prefix = symbol.Prefix?.RecordTable(tape);
        _query = foldsKeys
            ? StateMap.Folded(tape, symbol.Query, prefix, symbol.Key, symbol.FactLength)
            : StateMap.Of(tape, symbol.Query, prefix);
        _mixHidden = StateMap.Of(tape, symbol.MixHidden, prefix);
        _vocabularyHidden = StateMap.Of(tape, symbol.VocabularyHidden, prefix);
    }

    /// <summary>Records what the pointers find facts by.</summary>
    /// <param name="facts">(facts, C): the encoded facts.</param>
    /// <returns>(facts, FactLength * C), or (facts, C): the facts as they are, for all places of a fact alike.</returns>
    public Tensor RecordKeys(Tensor facts) => _foldsKeys ? facts : _tape.Linear(facts, _symbol.Key);

    /// <summary>Records the distribution of the symbol.</summary>
    /// <param name="x">(questions, C): the questions once they have read the facts.</param>
    /// <param name="before">(questions, position): the symbols before this one; not read for the first.</param>
    /// <param name="keys">What <see cref="RecordKeys"/> made of the facts.</param>
    /// <param name="places">(contexts, FactLength * facts): the symbols that the facts hold.</param>
    public PointerMixture Record(Tensor x, IndexInput before, Tensor keys, IndexInput places)
    {
        Tensor query = _query.Record(x, before, relu: false);
        Tensor scores = _tape.Scores(query, keys, _symbol.FactLength, 1 / MathF.Sqrt(x.Columns));
        Tensor vocabulary = _vocabularyHidden.Record(x, before, relu: true);
        Tensor mix = _mixHidden.Record(x, before, relu: true);
        return new PointerMixture(
            scores,
            places,
            _symbol.FactLength,
            _tape.Linear(vocabulary, _symbol.Vocabulary.Weight, _symbol.Vocabulary.Bias),
            _tape.Linear(mix, _symbol.Mix.Weight, _symbol.Mix.Bias));
    }
}
