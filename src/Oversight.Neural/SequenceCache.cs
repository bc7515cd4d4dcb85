using Oversight.Numerics;

namespace Oversight.Neural;

/// <summary>
/// The keys and values of one layer for many sequences, written one step at a time: what a decoder needs so that a new symbol costs one row and not the whole sequence.
/// All sequences stand at the same step; those that have ended are left out of <see cref="Sequences"/>. Keys lie transposed, one column a step.
/// </summary>
public sealed class SequenceCache : IDisposable
{
    private readonly AlignedBuffer _keys;
    private readonly AlignedBuffer? _values;
    private readonly SequenceCursor _cursor;

    /// <summary>Reserves room.</summary>
    /// <param name="cursor">Where all caches of a decoder stand.</param>
    /// <param name="keyColumns">Columns of a key.</param>
    /// <param name="valueColumns">Columns of a value; 0 to keep keys alone.</param>
    public SequenceCache(SequenceCursor cursor, int keyColumns, int valueColumns)
    {
        _cursor = cursor;
        KeyColumns = keyColumns;
        ValueColumns = valueColumns;
        _keys = new AlignedBuffer(cursor.Capacity * cursor.Steps * keyColumns);
        _values = valueColumns == 0 ? null : new AlignedBuffer(cursor.Capacity * cursor.Steps * valueColumns);
    }

    /// <summary>Columns of a key.</summary>
    public int KeyColumns { get; }

    /// <summary>Columns of a value.</summary>
    public int ValueColumns { get; }

    /// <summary>T, how many steps a sequence may have.</summary>
    public int Steps => _cursor.Steps;

    /// <summary>The step that is being written.</summary>
    public int Step => _cursor.Step;

    /// <summary>The sequence that each row of the current batch belongs to.</summary>
    public ReadOnlySpan<int> Sequences => _cursor.Sequences;

    /// <summary>(KeyColumns, T): the keys of a sequence, one column a step.</summary>
    /// <param name="sequence">The sequence.</param>
    public Span<float> Keys(int sequence) => _keys.Span.Slice(sequence * Steps * KeyColumns, Steps * KeyColumns);

    /// <summary>(T, ValueColumns): the values of a sequence.</summary>
    /// <param name="sequence">The sequence.</param>
    public Span<float> Values(int sequence) => _values!.Span.Slice(sequence * Steps * ValueColumns, Steps * ValueColumns);

    /// <summary>Writes the key of the current step.</summary>
    /// <param name="sequence">The sequence.</param>
    /// <param name="key">(KeyColumns).</param>
    public void AppendKey(int sequence, ReadOnlySpan<float> key)
    {
        Span<float> keys = Keys(sequence);
        for (int i = 0, at = Step; i < key.Length; i++, at += Steps)
            keys[at] = key[i];
    }

    /// <summary>Writes the value of the current step.</summary>
    /// <param name="sequence">The sequence.</param>
    /// <param name="value">(ValueColumns).</param>
    public void AppendValue(int sequence, ReadOnlySpan<float> value) => value.CopyTo(Values(sequence)[(Step * ValueColumns)..]);

    /// <inheritdoc/>
    public void Dispose()
    {
        _keys.Dispose();
        _values?.Dispose();
    }
}
