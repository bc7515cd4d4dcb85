using Oversight.Numerics;

namespace Oversight.Neural;

/// <summary>
/// The keys and values of one layer for many sequences, written a step at a time: what a decoder needs so that a new symbol costs one row and not the whole
/// sequence. All sequences stand at the same step; those that have ended are left out of the cursor's batch. Sequences lie side by side in groups, one a lane.
/// </summary>
public sealed class SequenceCache : IDisposable
{
    private const int Lanes = SideBySideAttention.Lanes;
    private readonly SequenceMemory _memory;
    private readonly bool _keepsValues;
    private AlignedBuffer? _keys;
    private AlignedBuffer? _values;

    /// <summary>A cache that is closed.</summary>
    /// <param name="memory">Lends room while it is open.</param>
    /// <param name="cursor">Where all caches of a decoder stand.</param>
    /// <param name="columns">Columns of a key, and of a value.</param>
    /// <param name="heads">How many heads they fall into.</param>
    /// <param name="keepsValues">Whether there are values too, and not keys alone.</param>
    public SequenceCache(SequenceMemory memory, SequenceCursor cursor, int columns, int heads = 1, bool keepsValues = true)
    {
        (_memory, Cursor, Columns, Heads, _keepsValues) = (memory, cursor, columns, heads, keepsValues);
    }

    /// <summary>Where the decoder stands.</summary>
    public SequenceCursor Cursor { get; }

    /// <summary>Columns of a key, and of a value.</summary>
    public int Columns { get; }

    /// <summary>How many heads they fall into.</summary>
    public int Heads { get; }

    /// <summary>Whether there is room for sequences.</summary>
    public bool IsOpen => _keys is not null;

    /// <summary>Makes room for new sequences; one that is open stays so.</summary>
    public void Open()
    {
        if (IsOpen)
            return;
        int length = Cursor.Capacity * Cursor.Steps * Columns;
        AlignedBuffer keys = _memory.Rent(length);
        _values = _keepsValues ? _memory.Rent(length) : null;
        _keys = keys;
    }

    /// <summary>Gives the room back: all sequences have ended.</summary>
    public void Close()
    {
        Return(ref _keys);
        Return(ref _values);
    }

    /// <summary>(T, Columns, Lanes): the keys of a group.</summary>
    /// <exception cref="InvalidOperationException">The cache is closed.</exception>
    internal Span<float> Keys(int group) => Group(_keys, group);

    /// <summary>(T, Columns, Lanes): the values of a group.</summary>
    /// <exception cref="InvalidOperationException">The cache is closed, or has no values.</exception>
    internal Span<float> Values(int group) => Group(_values, group);

    /// <summary>Writes the keys of a group at the cursor's step.</summary>
    /// <param name="group">The group.</param>
    /// <param name="keys">(Lanes, Columns).</param>
    internal void AppendKeys(int group, ReadOnlySpan<float> keys) => Append(Keys(group), keys);

    /// <summary>Writes the values of a group at the cursor's step.</summary>
    /// <param name="group">The group.</param>
    /// <param name="values">(Lanes, Columns).</param>
    internal void AppendValues(int group, ReadOnlySpan<float> values) => Append(Values(group), values);

    /// <inheritdoc/>
    public void Dispose() => Close();

    private void Return(ref AlignedBuffer? buffer)
    {
        if (buffer is null)
            return;
        _memory.Return(buffer);
        buffer = null;
    }

    private void Append(Span<float> cache, ReadOnlySpan<float> rows)
    {
        int length = Columns * Lanes;
        LaneTransposition.ToLanes(rows, Columns, cache.Slice(Cursor.Step * length, length));
    }

    private Span<float> Group(AlignedBuffer? buffer, int group)
    {
        if (buffer is null)
            throw new InvalidOperationException("The cache must be open.");
        int length = Cursor.Steps * Columns * Lanes;
        return buffer.Span.Slice(group * length, length);
    }
}
