using Oversight.Numerics;

namespace Oversight.Neural;

/// <summary>
/// The keys and values of one layer for many sequences, written a few steps at a time: what a decoder needs so that a new symbol costs one row and not the whole
/// sequence. All sequences stand at the same step; those that have ended are left out of the cursor's batch. Sequences lie side by side in groups, one a lane.
/// </summary>
public sealed class SequenceCache : IDisposable
{
    private const int Lanes = SideBySideAttention.Lanes;
    private readonly AlignedBuffer _keys;
    private readonly AlignedBuffer? _values;

    /// <summary>Reserves room.</summary>
    /// <param name="cursor">Where all caches of a decoder stand.</param>
    /// <param name="keyColumns">Columns of a key.</param>
    /// <param name="valueColumns">Columns of a value; 0 to keep keys alone.</param>
    public SequenceCache(SequenceCursor cursor, int keyColumns, int valueColumns)
    {
        Cursor = cursor;
        KeyColumns = keyColumns;
        ValueColumns = valueColumns;
        _keys = new AlignedBuffer(cursor.Capacity * cursor.Steps * keyColumns);
        _values = valueColumns == 0 ? null : new AlignedBuffer(cursor.Capacity * cursor.Steps * valueColumns);
    }

    /// <summary>Where the decoder stands.</summary>
    public SequenceCursor Cursor { get; }

    /// <summary>Columns of a key.</summary>
    public int KeyColumns { get; }

    /// <summary>Columns of a value.</summary>
    public int ValueColumns { get; }

    /// <summary>(T, KeyColumns, Lanes): the keys of the group that a sequence is in.</summary>
    /// <param name="sequence">The sequence.</param>
    internal Span<float> Keys(int sequence) => Group(_keys, KeyColumns, sequence);

    /// <summary>(T, ValueColumns, Lanes): the values of the group that a sequence is in.</summary>
    /// <param name="sequence">The sequence.</param>
    internal Span<float> Values(int sequence) => Group(_values!, ValueColumns, sequence);

    /// <summary>Writes the keys of one step of a group.</summary>
    /// <param name="sequences">The sequences of the group that write.</param>
    /// <param name="step">The step.</param>
    /// <param name="keys">The key of the first of them, and so on, <paramref name="stride"/> apart.</param>
    /// <param name="stride">From one key to the next.</param>
    internal void AppendKeys(ReadOnlySpan<int> sequences, int step, ReadOnlySpan<float> keys, int stride) =>
        LaneTransposition.ToLanes(sequences, keys, stride, KeyColumns, Keys(sequences[0]).Slice(step * KeyColumns * Lanes, KeyColumns * Lanes));

    /// <summary>Writes the values of one step of a group.</summary>
    /// <param name="sequences">The sequences of the group that write.</param>
    /// <param name="step">The step.</param>
    /// <param name="values">The value of the first of them, and so on, <paramref name="stride"/> apart.</param>
    /// <param name="stride">From one value to the next.</param>
    internal void AppendValues(ReadOnlySpan<int> sequences, int step, ReadOnlySpan<float> values, int stride) =>
        LaneTransposition.ToLanes(sequences, values, stride, ValueColumns, Values(sequences[0]).Slice(step * ValueColumns * Lanes, ValueColumns * Lanes));

    /// <inheritdoc/>
    public void Dispose()
    {
        _keys.Dispose();
        _values?.Dispose();
    }

    private Span<float> Group(AlignedBuffer buffer, int columns, int sequence)
    {
        int length = Cursor.Steps * columns * Lanes;
        return buffer.Span.Slice(sequence / Lanes * length, length);
    }
}
