using Oversight.Numerics;

namespace Oversight.Neural;

/// <summary>
/// Where a decoder stands: the steps that are being written, mostly one, several where all symbols but the next are known; and the row of the batch that each
/// sequence takes part in. Sequences lie in groups of <see cref="SideBySideAttention.Lanes"/>. Those that have been the same so far and stand next to each other share
/// a row: what is the same is worked out once.
/// </summary>
public sealed class SequenceCursor
{
    private readonly int[] _sequences;
    private readonly SequenceStep[] _writing;
    private int _open;
    private int _count;

    /// <summary>A decoder of so many sequences of so many steps.</summary>
    /// <param name="capacity">How many sequences at most.</param>
    /// <param name="steps">How many steps each at most.</param>
    /// <param name="atOnce">How many steps are written at once at most.</param>
    public SequenceCursor(int capacity, int steps, int atOnce = 1)
    {
        Capacity = (capacity + SideBySideAttention.Lanes - 1) / SideBySideAttention.Lanes * SideBySideAttention.Lanes;
        Steps = steps;
        _sequences = new int[Capacity];
        _writing = [.. Enumerable.Range(0, atOnce).Select(_ => new SequenceStep(Capacity))];
    }

    /// <summary>How many sequences at most: whole groups.</summary>
    public int Capacity { get; }

    /// <summary>T, how many steps each at most.</summary>
    public int Steps { get; }

    /// <summary>The steps that are being written, from the first to the last.</summary>
    internal ReadOnlySpan<SequenceStep> Writing => _writing.AsSpan(0, _count);

    /// <summary>The last step that is being written: the one after which the next symbol is wanted.</summary>
    internal SequenceStep Last => _writing[_count - 1];

    /// <summary>How many pairs there are of a row and a step up to its own.</summary>
    internal long CachedPairs
    {
        get
        {
            long pairs = 0;
            foreach (SequenceStep step in Writing)
                pairs += step.CachedPairs;
            return pairs;
        }
    }

    /// <summary>Moves to a step with the given sequences.</summary>
    /// <param name="step">The step to write.</param>
    /// <param name="sequences">The sequences that are still open, ascending; what lanes of their groups hold that are not among them is lost.</param>
    /// <param name="rows">The row of each of them: from 0, each the same as that of the one before or the next.</param>
    public void MoveTo(int step, ReadOnlySpan<int> sequences, ReadOnlySpan<int> rows)
    {
        sequences.CopyTo(_sequences);
        (_open, _count) = (sequences.Length, 0);
        Write(step, firstRow: 0, rows);
    }

    /// <summary>Has the same sequences write the step after the last too, in the rows after those of the steps before.</summary>
    /// <param name="rows">The row of each sequence among those of the new step: from 0, each the same as that of the one before or the next.</param>
    public void GoOn(ReadOnlySpan<int> rows) => Write(Last.Number + 1, Last.FirstRow + Last.Rows, rows);

    private void Write(int step, int firstRow, ReadOnlySpan<int> rows)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(step, Steps);
        if (_count == _writing.Length)
            throw new InvalidOperationException($"The cursor was made for {_writing.Length} steps at once.");
        _writing[_count++].Set(step, firstRow, _sequences.AsSpan(0, _open), rows);
    }
}
