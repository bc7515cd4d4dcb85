using Oversight.Learning.Options;
using Oversight.Neural;

namespace Oversight.Learning.HumanModels;

/// <summary>
/// H' as a network: a decoder-only transformer over transcripts whose next symbol is a mixture of copying an earlier symbol and a softmax over
/// all symbols (Christiano et al. 2018, section 2.4 and appendix).
/// </summary>
public sealed class HumanModelNetwork
{
    private readonly int _heads;
    private readonly Parameter _embedding;
    private readonly DecoderLayer[] _layers;
    private readonly Parameter _norm;
    private readonly Parameter _pointerQuery;
    private readonly Parameter _pointerKey;
    private readonly Parameter _vocabulary;
    private readonly Parameter _mix;
    private readonly Parameter _mixBias;

    /// <summary>Lays out the parameters.</summary>
    /// <param name="codec">How transcripts are written.</param>
    /// <param name="options">The size.</param>
    public HumanModelNetwork(TranscriptCodec codec, HumanModelOptions options)
    {
        Codec = codec;
        Width = options.Width;
        Enough = (float)options.Enough;
        _heads = options.Heads;
        _embedding = Layout.Add("embedding", codec.Symbols + codec.Places, Width, Initialisers.Normal(0.5));
        _layers = [.. Enumerable.Range(0, options.Layers).Select(i => new DecoderLayer(Layout, $"layers.{i}", Width))];
        _norm = Layout.Add("norm.gain", 1, Width, Initialisers.One);
        _pointerQuery = Layout.Add("pointer.query", Width, Width, Initialisers.FanIn());
        _pointerKey = Layout.Add("pointer.key", Width, Width, Initialisers.FanIn());
        _vocabulary = Layout.Add("vocabulary.weight", Width, codec.Symbols, Initialisers.FanIn());
        VocabularyBias = Layout.Add("vocabulary.bias", 1, codec.Symbols, Initialisers.Zero);
        _mix = Layout.Add("mix.weight", Width, 2, Initialisers.FanIn());
        _mixBias = Layout.Add("mix.bias", 1, 2, Initialisers.Zero);
    }

    /// <summary>How transcripts are written.</summary>
    public TranscriptCodec Codec { get; }

    /// <summary>The bias of each symbol in the softmax over all symbols.</summary>
    internal Parameter VocabularyBias { get; }

    /// <summary>The probability from which a symbol is learned well enough.</summary>
    public float Enough { get; }

    /// <summary>C, the width.</summary>
    public int Width { get; }

    /// <summary>The parameters.</summary>
    public ParameterLayout Layout { get; } = new();

    private float PointerScale => 1 / MathF.Sqrt(Width);

    /// <summary>Fills the embedding indices of one symbol.</summary>
    /// <param name="row">(2): the rows of the embedding table.</param>
    /// <param name="symbol">The symbol.</param>
    /// <param name="place">Its place.</param>
    public void Embed(Span<int> row, int symbol, int place)
    {
        row[0] = symbol;
        row[1] = Codec.Symbols + place;
    }

    /// <summary>Records the pass over whole transcripts: one group a transcript, one row a symbol.</summary>
    /// <param name="tape">Recorded on.</param>
    /// <param name="symbols">(rows, 2): see <see cref="Embed"/>.</param>
    /// <param name="places">(groups, T): the symbol at each step, for copying.</param>
    /// <returns>The distribution of the next symbol.</returns>
    public PointerMixture RecordTranscripts(Tape tape, IndexInput symbols, IndexInput places)
    {
        Tensor x = tape.Embed(symbols, _embedding);
        foreach (DecoderLayer layer in _layers)
            x = layer.Record(tape, x, (q, k, v) => tape.Attention(q, k, v, _heads, HeadScale(), causal: true));
        x = tape.RmsNorm(x, _norm);
        Tensor scores = tape.Scores(tape.Linear(x, _pointerQuery), tape.Linear(x, _pointerKey), 1, PointerScale, causal: true);
        return Mixture(tape, x, scores, places);
    }

    /// <summary>Records some steps of many transcripts with cached keys and values.</summary>
    /// <param name="tape">Recorded on.</param>
    /// <param name="symbols">(rows, 2): see <see cref="Embed"/>; the cursor says which transcripts a row belongs to.</param>
    /// <param name="places">(rows of the last step, T): the symbol at each step, for copying.</param>
    /// <param name="memory">Room for the keys and values of each layer and of the pointer; open whenever the tape runs.</param>
    /// <param name="cursor">Where the decoder stands.</param>
    /// <returns>The distribution of the symbol after the last step.</returns>
    public PointerMixture RecordSteps(Tape tape, IndexInput symbols, IndexInput places, SequenceMemory memory, SequenceCursor cursor)
    {
        Tensor x = tape.Embed(symbols, _embedding);
        foreach (DecoderLayer layer in _layers)
        {
            var cache = new SequenceCache(memory, cursor, Width, _heads);
            x = layer.Record(tape, x, (q, k, v) => tape.CachedAttention(cache, q, k, v, HeadScale()));
        }

        x = tape.RmsNorm(x, _norm);
        var pointerCache = new SequenceCache(memory, cursor, Width, keepsValues: false);
        tape.Append(pointerCache, tape.Linear(x, _pointerKey));
        Tensor last = tape.LastRows(x, places.Groups);
        Tensor scores = tape.CachedScores(pointerCache, tape.Linear(last, _pointerQuery), PointerScale);
        return Mixture(tape, last, scores, places);
    }

    private float HeadScale() => 1 / MathF.Sqrt(Width / (float)_heads);

    private PointerMixture Mixture(Tape tape, Tensor x, Tensor scores, IndexInput places) => new(
        scores, places, 1, tape.Linear(x, _vocabulary, VocabularyBias), tape.Linear(x, _mix, _mixBias));
}
