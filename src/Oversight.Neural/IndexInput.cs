namespace Oversight.Neural;

/// <summary>An input of whole numbers, (rows, columns), filled by the caller before each replay of a tape.</summary>
public sealed class IndexInput
{
    private readonly int[] _values;

    /// <summary>An input.</summary>
    /// <param name="groups">Its rows.</param>
    /// <param name="columns">Numbers a row.</param>
    public IndexInput(RowGroups groups, int columns)
    {
        Groups = groups;
        Columns = columns;
        _values = new int[groups.Capacity * columns];
    }

    /// <summary>How the rows fall into groups.</summary>
    public RowGroups Groups { get; }

    /// <summary>How many numbers a row holds.</summary>
    public int Columns { get; }

    /// <summary>(rows, columns): the numbers; -1 stands for none.</summary>
    public Span<int> Values => _values.AsSpan(0, Groups.Total * Columns);

    /// <summary>One row of numbers.</summary>
    /// <param name="row">The row.</param>
    public Span<int> Row(int row) => _values.AsSpan(row * Columns, Columns);
}
