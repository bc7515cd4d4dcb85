using Oversight.Numerics;

namespace Oversight.Neural;

/// <summary>
/// The keys and values of one layer for many sequences, written step by step: what a decoder needs so that a new symbol costs one row and not the whole
/// sequence. All sequences stand at the same step; those that have ended are left out of the cursor's batch. Sequences lie side by side in groups, one a lane.
/// </summary>
public sealed class SequenceCache
{
    private const int Lanes = SideBySideAttention.Lanes;
    private readonly SequenceMemory _memory;
    private readonly ArenaPiece _keys;
    private readonly ArenaPiece? _values;

    /// <summary>A cache.</summary>
    /// <param name="memory">Its room; open whenever the cache is written or read.</param>
    /// <param name="cursor">Where all caches of a decoder stand.</param>
    /// <param name="columns">Columns of a key, and of a value.</param>
    /// <param name="heads">How many heads they fall into.</param>
    /// <param name="keepsValues">Whether there are values too, and not keys alone.</param>
    public SequenceCache(SequenceMemory memory, SequenceCursor cursor, int columns, int heads = 1, bool keepsValues = true)
    {
        (_memory, Cursor, Columns, Heads) = (memory, cursor, columns, heads);
        int length = checked(cursor.Capacity * cursor.Steps * columns);
        _keys = memory.Reserve(length);
        _values = keepsValues ? memory.Reserve(length) : null;
    }

    /// <summary>Where the decoder stands.</summary>
    public SequenceCursor Cursor { get; }

    /// <summary>Columns of a key, and of a value.</summary>
    public int Columns { get; }

    /// <summary>How many heads they fall into.</summary>
    public int Heads { get; }

    /// <summary>(T, Columns, Lanes): the keys of a group.</summary>
    /// <exception cref="InvalidOperationException">The memory is closed.</exception>
    internal Span<float> Keys(int group) => Group(_keys, group);

    /// <summary>(T, Columns, Lanes): the values of a group.</summary>
    /// <exception cref="InvalidOperationException">The memory is closed, or the cache has no values.</exception>
    internal Span<float> Values(int group) => Group(_values ?? throw new InvalidOperationException("This cache keeps keys alone."), group);

    /// <summary>Writes the keys of a group at a step.</summary>
    /// <param name="group">The group.</param>
    /// <param name="step">The step.</param>
    /// <param name="keys">(Lanes, Columns).</param>
    internal void WriteKeys(int group, int step, ReadOnlySpan<float> keys) => Write(Keys(group), step, keys);

    /// <summary>Writes the values of a group at a step.</summary>
    /// <param name="group">The group.</param>
    /// <param name="step">The step.</param>
    /// <param name="values">(Lanes, Columns).</param>
    internal void WriteValues(int group, int step, ReadOnlySpan<float> values) => Write(Values(group), step, values);

    private void Write(Span<float> cache, int step, ReadOnlySpan<float> rows)
    {
        int length = Columns * Lanes;
        LaneTransposition.ToLanes(rows, Columns, cache.Slice(step * length, length));
    }

    private Span<float> Group(ArenaPiece piece, int group)
    {
        int length = Cursor.Steps * Columns * Lanes;
        return _memory.Span(piece, group * length, length);
    }
}
