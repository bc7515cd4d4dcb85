using Oversight.Numerics;

namespace Oversight.Neural;

/// <summary>A step that sequences write: which row of the batch each of them takes part in. Rows are numbered from 0 within the step.</summary>
internal sealed class SequenceStep
{
    private const int Lanes = SideBySideAttention.Lanes;
    private readonly int[] _groups;
    private readonly int[] _laneRows;
    private readonly int[] _rowStarts;
    private readonly int[] _firstLanes;

    /// <summary>A step of so many sequences.</summary>
    /// <param name="capacity">How many at most: whole groups.</param>
    public SequenceStep(int capacity)
    {
        _groups = new int[capacity / Lanes];
        _laneRows = new int[capacity];
        _rowStarts = new int[_groups.Length + 1];
        _firstLanes = new int[capacity];
    }

    /// <summary>The step's number, from 0.</summary>
    public int Number { get; private set; }

    /// <summary>The batch's row that is this step's row 0.</summary>
    public int FirstRow { get; private set; }

    /// <summary>How many groups of sequences have one that writes.</summary>
    public int Groups { get; private set; }

    /// <summary>How many rows the step has.</summary>
    public int Rows => _rowStarts[Groups];

    /// <summary>How many pairs there are of a row and a step up to its own.</summary>
    public long CachedPairs => Rows * (Number + 1L);

    /// <summary>Takes down who writes.</summary>
    /// <param name="number">The step's number.</param>
    /// <param name="firstRow">The batch's row that is this step's row 0.</param>
    /// <param name="sequences">The sequences, ascending.</param>
    /// <param name="rows">The row of each of them: from 0, each the same as that of the one before or the next.</param>
    public void Set(int number, int firstRow, ReadOnlySpan<int> sequences, ReadOnlySpan<int> rows)
    {
        (Number, FirstRow, Groups) = (number, firstRow, 0);
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
    public int Group(int index) => _groups[index];

    /// <summary>(Lanes): the row of each lane of a group that writes.</summary>
    /// <param name="index">From 0 to <see cref="Groups"/> - 1.</param>
    public ReadOnlySpan<int> LaneRows(int index) => _laneRows.AsSpan(_groups[index] * Lanes, Lanes);

    /// <summary>The rows whose first sequence is in a group, by their lanes there; none where all lanes share rows of the group before.</summary>
    /// <param name="index">From 0 to <see cref="Groups"/> - 1.</param>
    /// <param name="firstRow">The first of these rows.</param>
    public ReadOnlySpan<int> FirstLanes(int index, out int firstRow)
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
