using Oversight.Numerics;

namespace Oversight.Neural;

/// <summary>
/// Where a decoder stands: the step that is being written, and the row of the batch that each sequence takes part in. Sequences lie in groups of
/// <see cref="SideBySideAttention.Lanes"/>. Those that have been the same so far and stand next to each other share a row: what is the same is worked out once.
/// </summary>
public sealed class SequenceCursor
{
    private const int Lanes = SideBySideAttention.Lanes;
    private readonly int[] _rows;
    private readonly int[] _groups;
    private readonly int[] _laneRows;
    private readonly int[] _rowStarts;
    private readonly int[] _firstLanes;

    /// <summary>A decoder of so many sequences of so many steps.</summary>
    /// <param name="capacity">How many sequences at most.</param>
    /// <param name="steps">How many steps each at most.</param>
    public SequenceCursor(int capacity, int steps)
    {
        int groups = (capacity + Lanes - 1) / Lanes;
        Capacity = groups * Lanes;
        Steps = steps;
        _rows = [.. Enumerable.Range(0, Capacity)];
        _groups = new int[groups];
        _laneRows = new int[Capacity];
        _rowStarts = new int[groups + 1];
        _firstLanes = new int[Capacity];
    }

    /// <summary>How many sequences at most: whole groups.</summary>
    public int Capacity { get; }

    /// <summary>T, how many steps each at most.</summary>
    public int Steps { get; }

    /// <summary>The step that is being written, from 0.</summary>
    public int Step { get; private set; }

    /// <summary>How many groups of sequences have one that writes.</summary>
    internal int Groups { get; private set; }

    /// <summary>How many pairs there are of a row and a step up to its own.</summary>
    internal long CachedPairs => _rowStarts[Groups] * (Step + 1L);

    /// <summary>Moves to a step with the given sequences, each with a row of its own.</summary>
    /// <param name="step">The step to write.</param>
    /// <param name="sequences">The sequences that are still open, ascending; what lanes of their groups hold that are not among them is lost.</param>
    public void MoveTo(int step, ReadOnlySpan<int> sequences) => MoveTo(step, sequences, _rows.AsSpan(0, sequences.Length));

    /// <summary>Moves to a step with the given sequences.</summary>
    /// <param name="step">The step to write.</param>
    /// <param name="sequences">The sequences that are still open, ascending; what lanes of their groups hold that are not among them is lost.</param>
    /// <param name="rows">The row of each of them: from 0, each the same as that of the one before or the next.</param>
    public void MoveTo(int step, ReadOnlySpan<int> sequences, ReadOnlySpan<int> rows)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(step, Steps);
        (Step, Groups) = (step, 0);
        int rowCount = 0;
        for (int i = 0; i < sequences.Length; i++)
        {
            if (i > 0 && sequences[i] <= sequences[i - 1])
                throw new ArgumentException("The sequences of a batch must ascend.", nameof(sequences));
            int group = sequences[i] / Lanes;
            if (i == 0 || group != sequences[i - 1] / Lanes)
                Open(group, rowCount, rows[i]);
            // The lanes between, which nobody uses, take any row.
            _laneRows.AsSpan()[sequences[i]..((group + 1) * Lanes)].Fill(rows[i]);
            if (rows[i] == rowCount)
                _firstLanes[rowCount++] = sequences[i] % Lanes;
        }

        _rowStarts[Groups] = rowCount;
    }

    /// <summary>The number of a group that writes.</summary>
    /// <param name="index">From 0 to <see cref="Groups"/> - 1.</param>
    internal int Group(int index) => _groups[index];

    /// <summary>(Lanes): the row of each lane of a group that writes.</summary>
    /// <param name="index">From 0 to <see cref="Groups"/> - 1.</param>
    internal ReadOnlySpan<int> LaneRows(int index) => _laneRows.AsSpan(_groups[index] * Lanes, Lanes);

    /// <summary>The rows whose first sequence is in a group, by their lanes there; none where all lanes share rows of the group before.</summary>
    /// <param name="index">From 0 to <see cref="Groups"/> - 1.</param>
    /// <param name="firstRow">The first of these rows.</param>
    internal ReadOnlySpan<int> FirstLanes(int index, out int firstRow)
    {
        firstRow = _rowStarts[index];
        return _firstLanes.AsSpan(firstRow.._rowStarts[index + 1]);
    }

    private void Open(int group, int firstRow, int row)
    {
        _laneRows.AsSpan(group * Lanes, Lanes).Fill(row);
        _rowStarts[Groups] = firstRow;
        _groups[Groups++] = group;
    }
}
