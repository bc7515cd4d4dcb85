using Oversight.Numerics;

namespace Oversight.Neural;

/// <summary>
/// Room for work that takes turns: the keys and values of decoders, lent while sequences are open, and the values of tapes, lent from replay to release. Several that never
/// run at once need room for one. Thread-safe.
/// </summary>
public sealed class BufferPool : IDisposable
{
    // Room that many times what is asked for is kept for others.
    private const int FarTooLarge = 3;
    private readonly Lock _gate = new();
    private readonly List<AlignedBuffer> _spare = [];
    private bool _isDisposed;

    /// <summary>Numbers of room there is, lent or not.</summary>
    public long Length { get; private set; }

    /// <summary>Lends the smallest room that suffices and is not far too large; what it holds is of no meaning.</summary>
    /// <param name="length">How many numbers.</param>
    /// <exception cref="ObjectDisposedException">The memory is disposed.</exception>
    internal AlignedBuffer Rent(int length)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (TakeSmallest(length, FarTooLarge * (long)length) is { } found)
                return found;
            // Larger room takes the place of room that is a little too small, so that work of nearly one size shares it.
            if (TakeSmallest((length + 1) / 2, length) is { } outgrown)
            {
                Length -= outgrown.Length;
                outgrown.Dispose();
            }

            Length += length;
        }

        return new AlignedBuffer(length);
    }

    /// <summary>Takes room back.</summary>
    /// <param name="buffer">What was lent.</param>
    internal void Return(AlignedBuffer buffer)
    {
        lock (_gate)
        {
            if (!_isDisposed)
            {
                _spare.Add(buffer);
                return;
            }
        }

        buffer.Dispose();
    }

    /// <summary>Frees what is not lent now, and later what is once it comes back.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            foreach (AlignedBuffer buffer in _spare)
                buffer.Dispose();
            _spare.Clear();
        }
    }

    private AlignedBuffer? TakeSmallest(long least, long most)
    {
        int best = -1;
        for (int i = 0; i < _spare.Count; i++)
        {
            if (_spare[i].Length >= least && _spare[i].Length <= most && (best < 0 || _spare[i].Length < _spare[best].Length))
                best = i;
        }

        if (best < 0)
            return null;
        AlignedBuffer taken = _spare[best];
        _spare.RemoveAt(best);
        return taken;
    }
}
