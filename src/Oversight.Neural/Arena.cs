using Oversight.Numerics;

namespace Oversight.Neural;

/// <summary>
/// Memory for pieces whose times of use are known beforehand: those that are never needed together share a place, so that little memory is touched and it stays in
/// the caches. Laid out once, the largest piece first, each at the lowest place that is free for as long as it is needed (Pisarchyk and Lee 2020, greedy by size).
/// </summary>
/// <param name="pool">Lends the memory until it is released; null for memory of its own, for good.</param>
internal sealed class Arena(BufferPool? pool = null) : IDisposable
{
    // A cache line of 64 bytes.
    private const int Alignment = 16;
    private readonly List<ArenaPiece> _pieces = [];
    private AlignedBuffer? _buffer;
    private int _length;

    /// <summary>Whether every piece has its place.</summary>
    public bool IsLaidOut => _length > 0;

    /// <summary>Whether there is memory behind the places.</summary>
    public bool HasMemory => _buffer is not null;

    /// <summary>Asks for a piece; before the arena is laid out.</summary>
    /// <exception cref="InvalidOperationException">It is laid out.</exception>
    public ArenaPiece Reserve(int length, int from, int to)
    {
        if (IsLaidOut)
            throw new InvalidOperationException("Nothing can be reserved in an arena that is laid out.");
        var piece = new ArenaPiece(checked(length + Alignment - 1) / Alignment * Alignment, from, to);
        _pieces.Add(piece);
        return piece;
    }

    /// <summary>Gives every piece its place.</summary>
    public void LayOut()
    {
        var placed = new List<ArenaPiece>(_pieces.Count);
        foreach (ArenaPiece piece in _pieces.OrderByDescending(piece => piece.Length))
        {
            piece.Offset = LowestPlace(piece, placed.Where(piece.Meets).OrderBy(other => other.Offset));
            placed.Add(piece);
        }

        _length = Math.Max(1, placed.Count == 0 ? 0 : placed.Max(piece => piece.End));
    }

    /// <summary>Gives the arena its memory, which holds anything.</summary>
    public void Open() => _buffer ??= pool?.Rent(_length) ?? new AlignedBuffer(_length);

    /// <summary>Gives lent memory back.</summary>
    public void Release()
    {
        if (pool is null || _buffer is null)
            return;
        pool.Return(_buffer);
        _buffer = null;
    }

    /// <summary>The first floats of a piece, of any content.</summary>
    public Span<float> Span(ArenaPiece piece, int length) => _buffer!.Span.Slice(piece.Offset, length);

    /// <inheritdoc/>
    public void Dispose()
    {
        Release();
        _buffer?.Dispose();
    }

    /// <summary>The lowest gap between pieces that is large enough.</summary>
    private static int LowestPlace(ArenaPiece piece, IEnumerable<ArenaPiece> others)
    {
        int place = 0;
        foreach (ArenaPiece other in others)
        {
            if (other.Offset - place >= piece.Length)
                break;
            place = Math.Max(place, other.End);
        }

        return checked(place + piece.Length) - piece.Length;
    }
}
