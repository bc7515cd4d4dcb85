namespace Oversight.Neural;

/// <summary>
/// How the rows of a tensor fall into groups: the facts or the questions of each context, the tokens of each sequence. The capacity is fixed
/// when a tape is recorded; the counts may change before every replay, so one tape serves batches of many shapes.
/// </summary>
public sealed class RowGroups
{
    private readonly int[] _starts;

    /// <summary>Groups of at most the given size, all full.</summary>
    /// <param name="groupCapacity">How many groups at most.</param>
    /// <param name="rowCapacity">How many rows each group has at most.</param>
    public RowGroups(int groupCapacity, int rowCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(groupCapacity);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rowCapacity);
        GroupCapacity = groupCapacity;
        RowCapacity = rowCapacity;
        _starts = new int[groupCapacity + 1];
        SetUniform(groupCapacity, rowCapacity);
    }

    /// <summary>How many groups at most.</summary>
    public int GroupCapacity { get; }

    /// <summary>How many rows a group has at most.</summary>
    public int RowCapacity { get; }

    /// <summary>How many rows there may be in all.</summary>
    public int Capacity => GroupCapacity * RowCapacity;

    /// <summary>How many groups there are now.</summary>
    public int Count { get; private set; }

    /// <summary>How many rows there are now, over all groups; groups lie one after the other without gaps.</summary>
    public int Total => _starts[Count];

    /// <summary>The first row of a group.</summary>
    /// <param name="group">From 0 to <see cref="Count"/> - 1, or <see cref="Count"/> for the end of the last.</param>
    public int Start(int group) => _starts[group];

    /// <summary>How many rows a group has now.</summary>
    /// <param name="group">From 0 to <see cref="Count"/> - 1.</param>
    public int Size(int group) => _starts[group + 1] - _starts[group];

    /// <summary>Whether there is a group without a row.</summary>
    internal bool HasEmptyGroup
    {
        get
        {
            for (int group = 0; group < Count; group++)
            {
                if (Size(group) == 0)
                    return true;
            }

            return false;
        }
    }

    /// <summary>How many pairs of a row of this and a row of the same group of another there are.</summary>
    /// <param name="other">At least as many groups.</param>
    internal long PairsWith(RowGroups other)
    {
        long pairs = 0;
        for (int group = 0; group < Count; group++)
            pairs += (long)Size(group) * other.Size(group);
        return pairs;
    }

    /// <summary>Gives each of the first groups the same number of rows.</summary>
    /// <param name="groups">How many groups.</param>
    /// <param name="rows">How many rows each.</param>
    public void SetUniform(int groups, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(groups, GroupCapacity);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, RowCapacity);
        Count = groups;
        for (int i = 0; i <= groups; i++)
            _starts[i] = i * rows;
    }

    /// <summary>Gives each group its own number of rows.</summary>
    /// <param name="sizes">One size a group, each at most <see cref="RowCapacity"/>; 0 is allowed.</param>
    public void Set(ReadOnlySpan<int> sizes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sizes.Length, GroupCapacity);
        Count = sizes.Length;
        for (int i = 0; i < sizes.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(sizes[i], RowCapacity);
            _starts[i + 1] = _starts[i] + sizes[i];
        }
    }
}
