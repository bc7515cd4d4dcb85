using Oversight.Core;
using Oversight.Determinism;

namespace Oversight.Learning.HumanModels;

/// <summary>The recorded transcripts of Amplify^H(X), written as symbols: what H' learns from.</summary>
public sealed class TranscriptStore
{
    private byte[] _symbols;
    private int[] _lengths;

    /// <summary>An empty store.</summary>
    /// <param name="codec">How transcripts are written.</param>
    public TranscriptStore(TranscriptCodec codec)
    {
        Codec = codec;
        _symbols = new byte[codec.Length * 1024];
        _lengths = new int[1024];
    }

    /// <summary>How transcripts are written.</summary>
    public TranscriptCodec Codec { get; }

    /// <summary>How many transcripts there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many symbols a transcript has at most.</summary>
    public int MaxLength => Codec.Length;

    /// <summary>Drops all.</summary>
    public void Clear() => Count = 0;

    /// <summary>Appends one transcript as it was written.</summary>
    /// <param name="symbols">At most <see cref="MaxLength"/> symbols.</param>
    public void Add(ReadOnlySpan<byte> symbols)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(symbols.Length, MaxLength);
        Reserve(Count + 1);
        symbols.CopyTo(_symbols.AsSpan(Count * Codec.Length));
        _lengths[Count++] = symbols.Length;
    }

    /// <summary>Appends every transcript of a batch; all must have ended.</summary>
    /// <param name="transcripts">The batch.</param>
    public void Add(TranscriptBatch transcripts)
    {
        for (int i = 0; i < transcripts.Count; i++)
            Add(transcripts, i);
    }

    /// <summary>Appends one transcript of a batch; it must have ended.</summary>
    /// <param name="transcripts">The batch.</param>
    /// <param name="index">Its number in the batch.</param>
    public void Add(TranscriptBatch transcripts, int index)
    {
        Reserve(Count + 1);
        _lengths[Count] = Codec.Write(
            transcripts.QuestionOf(index).Words, transcripts.ExchangesOf(index), transcripts.AnswerOf(index), _symbols.AsSpan(Count * Codec.Length));
        Count++;
    }

    /// <summary>Appends every transcript of another store, and empties it.</summary>
    /// <param name="other">The source.</param>
    public void MoveFrom(TranscriptStore other)
    {
        Reserve(Count + other.Count);
        other._symbols.AsSpan(0, other.Count * Codec.Length).CopyTo(_symbols.AsSpan(Count * Codec.Length));
        other._lengths.AsSpan(0, other.Count).CopyTo(_lengths.AsSpan(Count));
        Count += other.Count;
        other.Count = 0;
    }

    /// <summary>The symbols of one transcript.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1, in the order of recording.</param>
    public ReadOnlySpan<byte> this[int index] => _symbols.AsSpan(index * Codec.Length, _lengths[index]);

    /// <summary>
    /// Draws transcripts for a step: half from the most recent ones, for as X gets better H is seen going further, and half from all.
    /// </summary>
    /// <param name="chosen">Filled with indices.</param>
    /// <param name="recent">How many count as recent.</param>
    /// <param name="random">Consumed.</param>
    public void Draw(Span<int> chosen, int recent, RandomStream random)
    {
        int window = Math.Min(recent, Count);
        for (int i = 0; i < chosen.Length; i++)
            chosen[i] = i % 2 == 0 ? random.Next(Count) : Count - 1 - random.Next(window);
    }

    private void Reserve(int count)
    {
        if (count <= _lengths.Length)
            return;
        int capacity = Math.Max(count, 2 * _lengths.Length);
        Array.Resize(ref _lengths, capacity);
        Array.Resize(ref _symbols, capacity * Codec.Length);
    }
}
