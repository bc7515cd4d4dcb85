using System.Buffers.Binary;
using Oversight.Core;
using Oversight.Determinism;
using Oversight.Neural;
using Oversight.Numerics;

namespace Oversight.Learning.HumanModels;

/// <summary>
/// H', the human model: a learned imitation of H's decisions that takes H's place, so that real human queries stay few. Writes its moves symbol by symbol,
/// the most probable each time unless it is told to draw. A pure function of the transcript: it remembers what it has read of the transcripts that it wrote itself, and reads those of
/// others from their beginning. Transcripts that have been the same so far are carried on as one: it does not see the facts, so that many begin alike. Not thread-safe; several may
/// share one vector of weights.
/// </summary>
public sealed class HumanModel : IOverseer, IDisposable
{
    // Four tiles of products. What so few have cached stays near, and yet weights are not read for a handful of rows.
    private const int AtOnce = 48;
    private const int Never = int.MaxValue;
    private readonly HumanModelNetwork _network;
    private readonly TranscriptCodec _codec;
    private readonly WeightPanels _panels;
    private readonly Tape _tape;
    private readonly RowGroups _rows;
    private readonly RowGroups _lastRows;
    private readonly IndexInput _symbols;
    private readonly IndexInput _places;
    private readonly BufferPool? _ownPool;
    private readonly SequenceMemory _memory;
    private readonly SequenceCursor _cursor;
    private readonly Tensor _probabilities;
    private readonly UInt128[] _questions;
    private readonly int[] _transcripts;
    private readonly int[] _seats;
    private readonly bool[] _isOpen;
    private readonly int[] _open;
    private readonly byte[] _written;
    private readonly ulong[] _facts;
    private readonly RandomStream _random = new(default);
    private readonly int[] _rowOf;
    private readonly int[] _asking;
    private readonly int[] _replying;
    private readonly int _knownAtOnce;
    private int _count;
    private int _round;
    private int _read;

    /// <summary>An H' that can carry on the given number of transcripts at once.</summary>
    /// <param name="network">The network.</param>
    /// <param name="weights">Its weights; their owner may change them between batches of transcripts, not within one.</param>
    /// <param name="capacity">How many transcripts.</param>
    /// <param name="pool">Lends room for keys and values while transcripts are open; null for room of its own.</param>
    public HumanModel(HumanModelNetwork network, ParameterVector weights, int capacity, BufferPool? pool = null)
    {
        _ownPool = pool is null ? new BufferPool() : null;
        _memory = new SequenceMemory(pool ?? _ownPool!);
        _network = network;
        _codec = network.Codec;
        _panels = new WeightPanels(weights);
        _tape = new Tape(weights, panels: _panels);
        int atOnce = Math.Min(capacity, AtOnce);
        _knownAtOnce = Math.Max(_codec.QuestionLength, 1 + _codec.AnswerLength);
        _rows = new RowGroups(atOnce * _knownAtOnce, 1);
        _lastRows = new RowGroups(atOnce, 1);
        _symbols = new IndexInput(_rows, 2);
        _places = new IndexInput(_lastRows, _codec.Length);
        _cursor = new SequenceCursor(capacity, _codec.Length, _knownAtOnce);
        _probabilities = _tape.PointerProbabilities(network.RecordSteps(_tape, _symbols, _places, _memory, _cursor));
        (_questions, _transcripts, _seats) = (new UInt128[capacity], new int[capacity], new int[capacity]);
        (_isOpen, _open) = (new bool[capacity], new int[capacity]);
        _written = new byte[capacity * _codec.Length];
        _facts = new ulong[capacity];
        (_rowOf, _asking, _replying) = (new int[atOnce], new int[atOnce], new int[atOnce]);
    }

    /// <summary>
    /// Draws moves symbol by symbol from the distribution, each from this key and the transcript up to there, so that equal transcripts get equal moves; null takes the most
    /// probable.
    /// </summary>
    public RandomKey? Draws { get; set; }

    /// <summary>The multiplications and additions of all matrix products so far.</summary>
    public long Flops => _tape.Flops;

    /// <summary>How many symbols have been read so far, over all transcripts, those included that several share.</summary>
    public long SymbolsRead { get; private set; }

    /// <inheritdoc/>
    public void NextMoves(TranscriptBatch transcripts, Span<OverseerMove> moves)
    {
        if (IsOwn(transcripts))
            HearReplies(transcripts);
        else
            ReadFromTheBeginning(transcripts);
        // A part's keys and values stay in the caches of the processor while its move is written.
        ReadOnlySpan<int> open = OpenSeats(transcripts.Open);
        while (!open.IsEmpty)
        {
            int part = PartOf(open);
            Move(transcripts, open[..part]);
            open = open[part..];
        }

        CopyMoves(transcripts, moves);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _tape.Dispose();
        _panels.Dispose();
        _memory.Dispose();
        _ownPool?.Dispose();
    }

    /// <summary>
    /// Whether these are the transcripts that it wrote the last moves of, and what it remembers of them is what they say. The transcript is the state: whatever it says counts, not
    /// what was meant to be said.
    /// </summary>
    private bool IsOwn(TranscriptBatch transcripts)
    {
        if (transcripts.Round == 0 || transcripts.Round != _round + 1 || transcripts.Count != _count || !_memory.IsOpen)
            return false;
        Span<byte> said = stackalloc byte[_codec.Length];
        foreach (int transcript in transcripts.Open)
        {
            int length = _codec.WriteOpen(transcripts.QuestionOf(transcript).Words, transcripts.ExchangesOf(transcript), said) - _codec.AnswerLength;
            if (_facts[_seats[transcript]] != transcripts.QuestionOf(transcript).Facts.ContentHash || !said[..length].SequenceEqual(Written(_seats[transcript])[..length]))
                return false;
        }

        return true;
    }

    /// <summary>Gives every transcript a seat and takes down all that it says.</summary>
    private void ReadFromTheBeginning(TranscriptBatch transcripts)
    {
        Seat(transcripts);
        for (int seat = 0; seat < transcripts.Count; seat++)
        {
            Question question = transcripts.QuestionOf(_transcripts[seat]);
            _codec.WriteOpen(question.Words, transcripts.ExchangesOf(_transcripts[seat]), Written(seat));
            _facts[seat] = question.Facts.ContentHash;
        }

        (_count, _round, _read) = (transcripts.Count, transcripts.Round, 0);
    }

    /// <summary>Gives every transcript a seat, in the order of their questions, so that those that begin alike sit side by side.</summary>
    private void Seat(TranscriptBatch transcripts)
    {
        _panels.Refresh();
        _memory.Open();
        Span<byte> words = stackalloc byte[Symbols.MaxLength];
        for (int i = 0; i < transcripts.Count; i++)
        {
            transcripts.QuestionOf(i).Words.CopyTo(words);
            (_questions[i], _transcripts[i]) = (BinaryPrimitives.ReadUInt128BigEndian(words), i);
        }

        _questions.AsSpan(0, transcripts.Count).Sort(_transcripts.AsSpan(0, transcripts.Count));
        for (int seat = 0; seat < transcripts.Count; seat++)
            _seats[_transcripts[seat]] = seat;
    }

    /// <summary>Takes down the replies to the last sub-questions.</summary>
    private void HearReplies(TranscriptBatch transcripts)
    {
        int step = _codec.MoveStep(transcripts.Round);
        foreach (int transcript in transcripts.Open)
            transcripts.ExchangesOf(transcript)[^1].Reply.Words.CopyTo(Written(_seats[transcript])[(step - _codec.AnswerLength)..step]);
        // The last symbol of a sub-question was written but not read.
        (_round, _read) = (transcripts.Round, step - _codec.AnswerLength - 1);
    }

    /// <summary>The seats of open transcripts, ascending.</summary>
    private ReadOnlySpan<int> OpenSeats(ReadOnlySpan<int> open)
    {
        _isOpen.AsSpan().Clear();
        foreach (int transcript in open)
            _isOpen[_seats[transcript]] = true;
        int count = 0;
        for (int seat = 0; count < open.Length; seat++)
        {
            if (_isOpen[seat])
                _open[count++] = seat;
        }

        return _open.AsSpan(0, count);
    }

    /// <summary>How many seats make the next part: whole groups, because a step of some loses what the others of their group hold.</summary>
    private static int PartOf(ReadOnlySpan<int> open)
    {
        if (open.Length <= AtOnce)
            return open.Length;
        int part = AtOnce;
        while (open[part] / SideBySideAttention.Lanes == open[part - 1] / SideBySideAttention.Lanes)
            part--;
        return part;
    }

    /// <summary>Makes the moves of some transcripts, all of the same round.</summary>
    private void Move(TranscriptBatch transcripts, ReadOnlySpan<int> seats)
    {
        int step = _codec.MoveStep(transcripts.Round);
        Read(seats, step);
        (int asking, int replying) = Split(seats, step, canAsk: transcripts.Round < Math.Min(transcripts.Budget, _codec.Rounds));
        // Those that reply have ended: that those that ask overwrite their lanes does no harm.
        WriteSymbols(_replying.AsSpan(0, replying), step, _codec.AnswerLength, replyStep: step);
        WriteSymbols(_asking.AsSpan(0, asking), step, _codec.QuestionLength, replyStep: Never);
    }

    /// <summary>Reads what is new since the last move, and writes the symbol that begins the next.</summary>
    private void Read(ReadOnlySpan<int> seats, int step)
    {
        for (int from = _read; from < step;)
        {
            int to = Math.Min(step, from == 0 ? _codec.QuestionLength : from + _knownAtOnce);
            Feed(seats, from, to, Never);
            from = to;
        }

        for (int i = 0; i < seats.Length; i++)
            Written(seats[i])[step] = (byte)(_codec.Ask + Choose(_probabilities.Row(_rowOf[i]).Slice(_codec.Ask, 2), seats[i], step));
    }

    private int Choose(ReadOnlySpan<float> probabilities, int seat, int step)
    {
        if (Draws is not { } key)
            return Reductions.ArgMax(probabilities);
        ulong soFar = StableHash.Combine(_facts[seat], StableHash.Of(Written(seat)[..step]));
        _random.Restart(key.Child(unchecked((long)soFar)));
        return Draw(probabilities, _random);
    }

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

    /// <summary>Splits seats by whether they ask or reply; where asking is over all reply.</summary>
    private (int Asking, int Replying) Split(ReadOnlySpan<int> seats, int step, bool canAsk)
    {
        int asking = 0;
        int replying = 0;
        foreach (int seat in seats)
        {
            ref byte move = ref Written(seat)[step];
            if (!canAsk)
                move = (byte)_codec.Reply;
            if (move == _codec.Ask)
                _asking[asking++] = seat;
            else
                _replying[replying++] = seat;
        }

        return (asking, replying);
    }

    /// <summary>Writes the symbols of a sub-question or an answer after the symbol that begins the move.</summary>
    private void WriteSymbols(ReadOnlySpan<int> seats, int moveStep, int count, int replyStep)
    {
        for (int step = moveStep; step < moveStep + count && seats.Length > 0; step++)
        {
            Feed(seats, step, step + 1, replyStep);
            for (int i = 0; i < seats.Length; i++)
                Written(seats[i])[step + 1] = (byte)Choose(_probabilities.Row(_rowOf[i])[.._codec.Ask], seats[i], step + 1);
        }
    }

    /// <summary>Reads the symbols of some steps of each transcript in one pass; afterwards the probabilities are those of the symbol that follows.</summary>
    private void Feed(ReadOnlySpan<int> seats, int from, int to, int replyStep)
    {
        SymbolsRead += (long)seats.Length * (to - from);
        ReadOnlySpan<int> rowOf = _rowOf.AsSpan(0, seats.Length);
        int rows = 0;
        for (int step = from; step < to; step++)
        {
            rows += Share(seats, step, replyStep, firstRow: rows);
            if (step == from)
                _cursor.MoveTo(step, seats, rowOf);
            else
                _cursor.GoOn(rowOf);
        }

        _rows.SetUniform(rows, 1);
        _lastRows.SetUniform(rowOf[^1] + 1, 1);
        for (int i = 0; i < seats.Length; i++)
        {
            if (i == 0 || rowOf[i] != rowOf[i - 1])
                CopyPlaces(Written(seats[i])[..to], _places.Row(rowOf[i]));
        }

        _tape.Forward();
    }

    /// <summary>Gives the transcripts rows for a step: neighbours that have been the same so far have one.</summary>
    /// <returns>How many rows the step has.</returns>
    private int Share(ReadOnlySpan<int> seats, int step, int replyStep, int firstRow)
    {
        int rows = 0;
        for (int i = 0; i < seats.Length; i++)
        {
            ReadOnlySpan<byte> written = Written(seats[i])[..(step + 1)];
            if (i == 0 || !written.SequenceEqual(Written(seats[i - 1])[..(step + 1)]))
                _network.Embed(_symbols.Row(firstRow + rows++), written[step], _codec.Place(step, replyStep));
            _rowOf[i] = rows - 1;
        }

        return rows;
    }

    /// <summary>Hands the moves out; once all reply, nothing will be read again.</summary>
    private void CopyMoves(TranscriptBatch transcripts, Span<OverseerMove> moves)
    {
        int step = _codec.MoveStep(transcripts.Round);
        bool asks = false;
        for (int i = 0; i < transcripts.Open.Length; i++)
        {
            int seat = _seats[transcripts.Open[i]];
            moves[i] = MoveOf(seat, step);
            asks |= Written(seat)[step] == _codec.Ask;
        }

        if (!asks)
            _memory.Close();
    }

    private OverseerMove MoveOf(int seat, int step)
    {
        Span<byte> written = Written(seat);
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

    private Span<byte> Written(int seat) => _written.AsSpan(seat * _codec.Length, _codec.Length);
}
