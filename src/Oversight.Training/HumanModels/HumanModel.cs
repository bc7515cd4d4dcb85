using Oversight.Core;
using Oversight.Determinism;
using Oversight.Neural;
using Oversight.Numerics;

namespace Oversight.Training.HumanModels;

/// <summary>
/// H', the human model: a learned imitation of H's decisions that takes H's place, so that real human queries stay few. Writes its moves symbol by symbol,
/// the most probable each time unless it is told to draw, with cached keys and values. Not thread-safe; several may share one vector of weights.
/// </summary>
public sealed class HumanModel : IOverseer, IDisposable
{
    private const int AtOnce = 256;
    private readonly HumanModelNetwork _network;
    private readonly TranscriptCodec _codec;
    private readonly Tape _tape;
    private readonly RowGroups _rows;
    private readonly RowGroups _lastRows;
    private readonly IndexInput _symbols;
    private readonly IndexInput _places;
    private readonly SequenceCursor _cursor;
    private readonly List<SequenceCache> _caches = [];
    private readonly Tensor _probabilities;
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
        int atOnce = Math.Min(capacity, AtOnce);
        // A question is read in one pass, and a reply with the symbol before it.
        _rows = new RowGroups(atOnce, Math.Max(_codec.QuestionLength, _codec.AnswerLength + 1));
        _symbols = new IndexInput(_rows, 2);
        _lastRows = new RowGroups(atOnce, 1);
        _places = new IndexInput(_lastRows, _codec.Length);
        _cursor = new SequenceCursor(capacity, _codec.Length);
        _probabilities = _tape.PointerProbabilities(network.RecordSteps(_tape, _symbols, _places, _cursor, _caches));
        _written = new byte[capacity * _codec.Length];
        _asking = new int[atOnce];
        _replying = new int[atOnce];
    }

    /// <summary>Draws moves symbol by symbol from the distribution; null takes the most probable.</summary>
    public RandomStream? Sampler { get; set; }

    /// <summary>The multiplications and additions of all matrix products so far.</summary>
    public long Flops => _tape.Flops;

    /// <summary>How many symbols have been read so far, over all transcripts: each costs a pass through the network.</summary>
    public long SymbolsRead { get; private set; }

    /// <inheritdoc/>
    public void NextMoves(TranscriptBatch transcripts, Span<OverseerMove> moves)
    {
        ReadOnlySpan<int> open = transcripts.Open;
        int step = _codec.MoveStep(transcripts.Round);
        // A part's keys and values stay in the caches of the processor while its move is written.
        for (int first = 0; first < open.Length; first += AtOnce)
            Move(transcripts, open.Slice(first, Math.Min(AtOnce, open.Length - first)));
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

    /// <summary>Makes the moves of some transcripts, all of the same round.</summary>
    private void Move(TranscriptBatch transcripts, ReadOnlySpan<int> sequences)
    {
        int step = _codec.MoveStep(transcripts.Round);
        Read(transcripts, sequences, step);
        (int asking, int replying) = Split(sequences, step, canAsk: transcripts.Round < transcripts.Budget);
        WriteSymbols(_asking.AsSpan(0, asking), step, _codec.QuestionLength, replyStep: int.MaxValue);
        WriteSymbols(_replying.AsSpan(0, replying), step, _codec.AnswerLength, replyStep: step);
    }

    /// <summary>Takes in what is new since the last move, the question or the reply to the last sub-question, in one pass, and writes the symbol that begins a move.</summary>
    private void Read(TranscriptBatch transcripts, ReadOnlySpan<int> sequences, int step)
    {
        bool isFirst = transcripts.Round == 0;
        int from = isFirst ? 0 : step - _codec.AnswerLength;
        foreach (int sequence in sequences)
        {
            Symbols words = isFirst ? transcripts.QuestionOf(sequence).Words : transcripts.ExchangesOf(sequence)[^1].Reply.Words;
            words.CopyTo(Written(sequence)[from..step]);
        }

        // The last symbol of a sub-question was written but not yet read.
        int unread = isFirst ? from : from - 1;
        Feed(sequences, unread, step - unread, replyStep: int.MaxValue);
        for (int row = 0; row < sequences.Length; row++)
            Written(sequences[row])[step] = BeginMove(_probabilities.Row(row));
    }

    private byte BeginMove(ReadOnlySpan<float> probabilities) =>
        (byte)(_codec.Ask + Choose(probabilities.Slice(_codec.Ask, 2)));

    private int Choose(ReadOnlySpan<float> probabilities) => Sampler is { } random ? Draw(probabilities, random) : Reductions.ArgMax(probabilities);

    /// <summary>Draws in proportion; the probabilities may sum to less than one.</summary>
    private static int Draw(ReadOnlySpan<float> probabilities, RandomStream random)
    {
        double total = 0;
        foreach (float probability in probabilities)
            total += probability;
        double left = random.NextDouble() * total;
        for (int i = 0; i < probabilities.Length - 1; i++)
        {
            left -= probabilities[i];
            if (left < 0)
                return i;
        }

        return probabilities.Length - 1;
    }

    /// <summary>Splits sequences by whether they ask or reply; where asking is over all reply.</summary>
    private (int Asking, int Replying) Split(ReadOnlySpan<int> sequences, int step, bool canAsk)
    {
        int asking = 0;
        int replying = 0;
        foreach (int sequence in sequences)
        {
            ref byte move = ref Written(sequence)[step];
            if (!canAsk)
                move = (byte)_codec.Reply;
            if (move == _codec.Ask)
                _asking[asking++] = sequence;
            else
                _replying[replying++] = sequence;
        }

        return (asking, replying);
    }

    /// <summary>Writes the symbols of a sub-question or an answer after the symbol that begins the move.</summary>
    private void WriteSymbols(ReadOnlySpan<int> sequences, int moveStep, int count, int replyStep)
    {
        for (int step = moveStep; step < moveStep + count && sequences.Length > 0; step++)
        {
            Feed(sequences, step, 1, replyStep);
            for (int row = 0; row < sequences.Length; row++)
                Written(sequences[row])[step + 1] = (byte)Choose(_probabilities.Row(row)[.._codec.Ask]);
        }
    }

    /// <summary>Reads the symbols at some steps of each sequence; afterwards the probabilities are those of the symbol that follows.</summary>
    private void Feed(ReadOnlySpan<int> sequences, int step, int count, int replyStep)
    {
        SymbolsRead += sequences.Length * count;
        _rows.SetUniform(sequences.Length, count);
        _lastRows.SetUniform(sequences.Length, 1);
        _cursor.MoveTo(step, sequences, count);
        for (int i = 0; i < sequences.Length; i++)
        {
            Span<byte> written = Written(sequences[i]);
            for (int j = 0; j < count; j++)
                _network.Embed(_symbols.Row(i * count + j), written[step + j], _codec.Place(step + j, replyStep));
            CopyPlaces(written[..(step + count)], _places.Row(i));
        }

        _tape.Forward();
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
