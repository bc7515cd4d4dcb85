using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Oversight.Core;

/// <summary>
/// A short immutable sequence of symbols, the form that questions, answers and facts of the algorithmic tasks take. At most
/// <see cref="MaxLength"/> symbols of one byte each, stored in place: a batch of thousands costs no allocation.
/// Symbol 0 is <see cref="Blank"/>; trailing blanks are not stored, so that padding never distinguishes two sequences.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct Symbols : IEquatable<Symbols>
{
    /// <summary>The longest sequence.</summary>
    public const int MaxLength = 16;

    /// <summary>The symbol that pads and that means "don't know".</summary>
    public const byte Blank = 0;

    private readonly ulong _low;
    private readonly ulong _high;

    /// <summary>Stores a sequence; trailing blanks are dropped.</summary>
    /// <param name="symbols">At most <see cref="MaxLength"/> symbols.</param>
    /// <exception cref="ArgumentException">The sequence is too long.</exception>
    public Symbols(ReadOnlySpan<byte> symbols)
    {
        if (symbols.Length > MaxLength)
            throw new ArgumentException($"{symbols.Length} symbols given, at most {MaxLength} allowed.", nameof(symbols));
        for (int i = 0; i < symbols.Length; i++)
        {
            ulong symbol = (ulong)symbols[i] << (8 * (i & 7));
            if (i < 8)
                _low |= symbol;
            else
                _high |= symbol;
        }
    }

    private Symbols(ulong low, ulong high)
    {
        _low = low;
        _high = high;
    }

    /// <summary>The sequence of no symbols; also what all-blank sequences are.</summary>
    public static Symbols Empty => default;

    /// <summary>Whether every symbol is blank.</summary>
    public bool IsEmpty => (_low | _high) == 0;

    /// <summary>The number of symbols up to the last that is not blank.</summary>
    public int Length => _high != 0
        ? 16 - System.Numerics.BitOperations.LeadingZeroCount(_high) / 8
        : 8 - System.Numerics.BitOperations.LeadingZeroCount(_low) / 8;

    /// <summary>The symbol at a position; blank beyond the last.</summary>
    /// <param name="index">From 0 to <see cref="MaxLength"/> - 1.</param>
    public byte this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (byte)((index < 8 ? _low : _high) >> (8 * (index & 7)));
    }

    /// <summary>The one-symbol sequence.</summary>
    /// <param name="symbol">The symbol.</param>
    public static Symbols Of(byte symbol) => new(symbol, 0);

    /// <summary>The same sequence with one position replaced.</summary>
    /// <param name="index">From 0 to <see cref="MaxLength"/> - 1.</param>
    /// <param name="symbol">The new symbol.</param>
    public Symbols With(int index, byte symbol)
    {
        int shift = 8 * (index & 7);
        ulong mask = ~(0xFFUL << shift);
        ulong bits = (ulong)symbol << shift;
        return index < 8 ? new Symbols(_low & mask | bits, _high) : new Symbols(_low, _high & mask | bits);
    }

    /// <summary>The symbols from <paramref name="start"/> on, at most <paramref name="length"/> of them.</summary>
    /// <param name="start">The first position.</param>
    /// <param name="length">How many positions.</param>
    public Symbols Slice(int start, int length)
    {
        UInt128 bits = new UInt128(_high, _low) >> (8 * start);
        if (length < MaxLength)
            bits &= (UInt128.One << (8 * length)) - 1;
        return new Symbols((ulong)bits, (ulong)(bits >> 64));
    }

    /// <summary>This sequence written into the first <paramref name="at"/> positions, followed by another.</summary>
    /// <param name="at">Where the second sequence starts.</param>
    /// <param name="next">The second sequence.</param>
    public Symbols Join(int at, Symbols next)
    {
        Debug.Assert(Length <= at && at + next.Length <= MaxLength);
        UInt128 bits = new UInt128(_high, _low) | (new UInt128(next._high, next._low) << (8 * at));
        return new Symbols((ulong)bits, (ulong)(bits >> 64));
    }

    /// <summary>Writes the symbols and then blanks until the span is full.</summary>
    /// <param name="destination">At least <see cref="Length"/> long.</param>
    public void CopyTo(Span<byte> destination)
    {
        for (int i = 0; i < destination.Length; i++)
            destination[i] = i < MaxLength ? this[i] : Blank;
    }

    /// <inheritdoc/>
    public bool Equals(Symbols other) => _low == other._low && _high == other._high;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Symbols other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_low, _high);

    /// <summary>Whether two sequences are the same.</summary>
    public static bool operator ==(Symbols left, Symbols right) => left.Equals(right);

    /// <summary>Whether two sequences differ.</summary>
    public static bool operator !=(Symbols left, Symbols right) => !left.Equals(right);

    /// <summary>The symbol numbers, separated by spaces; tasks know how to print them for people.</summary>
    public override string ToString()
    {
        var numbers = new string[Length];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = this[i].ToString();
        return string.Join(' ', numbers);
    }
}
