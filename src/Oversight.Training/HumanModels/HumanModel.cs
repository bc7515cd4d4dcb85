using Oversight.Core;
using Oversight.Neural;
using Oversight.Numerics;

namespace Oversight.Training.HumanModels;

/// <summary>
/// H', the human model: a learned imitation of H's decisions that takes H's place, so that real human queries stay few. Writes its moves symbol by symbol,
/// the most probable each time, with cached keys and values. Not thread-safe; several may share one vector of weights.
/// </summary>
public sealed class HumanModel : IOverseer, IDisposable
{
    private readonly HumanModelNetwork _network;
    private readonly TranscriptCodec _codec;
    private readonly Tape _tape;
    private readonly RowGroups _rows;
    private readonly IndexInput _symbols;
    private readonly IndexInput _places;
    private readonly SequenceCursor _cursor;
    private readonly List<SequenceCache> _caches = [];
    private readonly Tensor _probabilities;
    private readonly int _predictionMark;
    private readonly int _endMark;
    private readonly byte[] _written;
    private readonly int[] _asking;
    private readonly int[] _replying;

    /// <summary>An H' that can carry on the given number of transcripts at once.</summary>
    /// <param name="network">The network.</param>
    /// <param name="weights">Its weights; read at every move, so the owner may change them between batches.</param>
    /// <param name="capacity">How many transcripts.</param>
    public HumanModel(HumanModelNetwork network, ParameterVector weights, int capacity)
    {
        _network = network;
        _codec = network.Codec;
        _tape = new Tape(weights);
        _rows = new RowGroups(capacity, 1);
        _symbols = new IndexInput(_rows, 2);
        _places = new IndexInput(_rows, _codec.Length);
        _cursor = new SequenceCursor(capacity, _codec.Length);
        PointerMixture mixture = network.RecordStep(_tape, _symbols, _places, _cursor, _caches, out _predictionMark);
        _probabilities = _tape.PointerProbabilities(mixture);
        _endMark = _tape.Mark();
        _written = new byte[capacity * _codec.Length];
        _asking = new int[capacity];
        _replying = new int[capacity];
    }

    /// <summary>The multiplications and additions of all matrix products so far.</summary>
    public long Flops => _tape.Flops;

    /// <summary>How many symbols have been read so far, over all transcripts: each costs a pass through the network.</summary>
    public long SymbolsRead { get; private set; }

    /// <inheritdoc/>
    public void NextMoves(TranscriptBatch transcripts, Span<OverseerMove> moves)
    {
        ReadOnlySpan<int> open = transcripts.Open;
        int step = _codec.MoveStep(transcripts.Round);
        Read(transcripts, step);
        (int asking, int replying) = Decide(open, step, canAsk: transcripts.Round < transcripts.Budget);
        WriteSymbols(_asking.AsSpan(0, asking), step, _codec.QuestionLength);
        WriteSymbols(_replying.AsSpan(0, replying), step, _codec.AnswerLength);
        for (int i = 0; i < open.Length; i++)
            moves[i] = MoveOf(open[i], step);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _tape.Dispose();
        foreach (SequenceCache cache in _caches)
            cache.Dispose();
    }

    /// <summary>Takes in what is new since the last move: the question, or the reply to the last sub-question.</summary>
    private void Read(TranscriptBatch transcripts, int step)
    {
        ReadOnlySpan<int> open = transcripts.Open;
        int from = transcripts.Round == 0 ? 0 : step - _codec.AnswerLength;
        foreach (int sequence in open)
        {
            Symbols words = transcripts.Round == 0 ? transcripts.QuestionOf(sequence).Words : transcripts.ExchangesOf(sequence)[^1].Reply.Words;
            words.CopyTo(Written(sequence)[from..step]);
        }

        // The last symbol of a sub-question was written but not yet read.
        for (int at = transcripts.Round == 0 ? 0 : from - 1; at < step; at++)
            Feed(open, at, replyStep: int.MaxValue, predict: at == step - 1);
    }

    /// <summary>Chooses between asking and replying; the sequences are split by what they do.</summary>
    private (int Asking, int Replying) Decide(ReadOnlySpan<int> open, int step, bool canAsk)
    {
        int asking = 0;
        int replying = 0;
        for (int row = 0; row < open.Length; row++)
        {
            Span<float> p = _probabilities.Row(row);
            bool asks = canAsk && p[_codec.Ask] >= p[_codec.Reply];
            Written(open[row])[step] = (byte)(asks ? _codec.Ask : _codec.Reply);
            if (asks)
                _asking[asking++] = open[row];
            else
                _replying[replying++] = open[row];
        }

        return (asking, replying);
    }

    /// <summary>Writes the symbols of a sub-question or an answer after the symbol that begins the move.</summary>
    private void WriteSymbols(ReadOnlySpan<int> sequences, int moveStep, int count)
    {
        if (sequences.IsEmpty)
            return;
        bool replies = Written(sequences[0])[moveStep] == _codec.Reply;
        for (int i = 0; i < count; i++)
        {
            Feed(sequences, moveStep + i, replies ? moveStep : int.MaxValue, predict: true);
            for (int row = 0; row < sequences.Length; row++)
                Written(sequences[row])[moveStep + i + 1] = (byte)Reductions.ArgMax(_probabilities.Row(row)[.._codec.Ask]);
        }
    }

    private void Feed(ReadOnlySpan<int> sequences, int step, int replyStep, bool predict)
    {
        SymbolsRead += sequences.Length;
        _rows.SetUniform(sequences.Length, 1);
        _cursor.MoveTo(step, sequences);
        for (int row = 0; row < sequences.Length; row++)
        {
            Span<byte> written = Written(sequences[row]);
            _network.Embed(_symbols.Row(row), written[step], _codec.Place(step, replyStep));
            if (predict)
                CopyPlaces(written[..(step + 1)], _places.Row(row));
        }

        _tape.Forward(0, predict ? _endMark : _predictionMark);
    }

    private OverseerMove MoveOf(int sequence, int step)
    {
        Span<byte> written = Written(sequence);
        return written[step] == _codec.Ask
            ? OverseerMove.Ask(new Symbols(written.Slice(step + 1, _codec.QuestionLength)))
            : OverseerMove.Reply(new Answer(new Symbols(written.Slice(step + 1, _codec.AnswerLength))));
    }

    private static void CopyPlaces(ReadOnlySpan<byte> written, Span<int> places)
    {
        for (int i = 0; i < written.Length; i++)
            places[i] = written[i];
        places[written.Length..].Fill(-1);
    }

    private Span<byte> Written(int sequence) => _written.AsSpan(sequence * _codec.Length, _codec.Length);
}
