namespace Oversight.Neural;

/// <summary>Room for all caches of a decoder, lent as one piece while its sequences are open.</summary>
/// <param name="pool">Lends it.</param>
public sealed class SequenceMemory(BufferPool pool) : IDisposable
{
    private readonly Arena _room = new(pool);

    /// <summary>Whether there is room for sequences.</summary>
    public bool IsOpen => _room.HasMemory;

    /// <summary>Makes room for new sequences; what is open stays so.</summary>
    public void Open()
    {
        if (!_room.IsLaidOut)
            _room.LayOut();
        _room.Open();
    }

    /// <summary>Gives the room back: all sequences have ended.</summary>
    public void Close() => _room.Release();

    /// <inheritdoc/>
    public void Dispose() => _room.Dispose();

    /// <summary>Asks for a piece, which is there whenever the memory is open; before it is opened first.</summary>
    internal ArenaPiece Reserve(int length) => _room.Reserve(length, 0, 0);

    /// <summary>Part of a piece, of any content.</summary>
    /// <exception cref="InvalidOperationException">The memory is closed.</exception>
    internal Span<float> Span(ArenaPiece piece, int start, int length) => IsOpen
        ? _room.Span(piece, start + length)[start..]
        : throw new InvalidOperationException("The memory must be open.");
}
