namespace Oversight.Reports.Events;

/// <summary>Walks over the fields of a protocol buffer message, as far as event files use them; a message that is cut short ends there.</summary>
/// <param name="message">The message.</param>
internal ref struct ProtobufReader(ReadOnlySpan<byte> message)
{
    private ReadOnlySpan<byte> _rest = message;

    /// <summary>Goes to the next field.</summary>
    /// <param name="field">Its number.</param>
    /// <param name="number">Its value, if it is a whole number; otherwise 0.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryNext(out int field, out ulong number)
    {
        (field, number) = (0, 0);
        if (!TryNumber(out ulong key))
            return false;
        field = (int)(key >> 3);
        return (key & 7) switch
        {
            0 => TryNumber(out number),
            1 => TrySkip(8),
            2 => TryNumber(out ulong length) && TrySkip(length),
            5 => TrySkip(4),
            _ => false,
        };
    }

    private bool TrySkip(ulong length)
    {
        if (length > (ulong)_rest.Length)
            return false;
        _rest = _rest[(int)length..];
        return true;
    }

    private bool TryNumber(out ulong number)
    {
        number = 0;
        for (int i = 0; i < 10 && i < _rest.Length; i++)
        {
            number |= (ulong)(_rest[i] & 0x7f) << (7 * i);
            if (_rest[i] < 0x80)
            {
                _rest = _rest[(i + 1)..];
                return true;
            }
        }

        return false;
    }
}
