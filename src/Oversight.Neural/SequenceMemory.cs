using Oversight.Numerics;

namespace Oversight.Neural;

/// <summary>
/// Room for the keys and values of decoders that take turns: lent while a decoder's sequences are open, so that several that never run at once need room for one. Thread-safe.
/// </summary>
public sealed class SequenceMemory : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<AlignedBuffer> _spare = [];
    private bool _isDisposed;

    /// <summary>Numbers of room made so far, lent or not.</summary>
    public long Length { get; private set; }

    /// <summary>Lends the smallest room that suffices; what it holds is of no meaning.</summary>
    /// <param name="length">How many numbers.</param>
    /// <exception cref="ObjectDisposedException">The memory is disposed.</exception>
    internal AlignedBuffer Rent(int length)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            int best = -1;
            for (int i = 0; i < _spare.Count; i++)
            {
                if (_spare[i].Length >= length && (best < 0 || _spare[i].Length < _spare[best].Length))
                    best = i;
            }

            if (best >= 0)
            {
                AlignedBuffer found = _spare[best];
                _spare.RemoveAt(best);
                return found;
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
}
