namespace Oversight.Reports.Comparisons;

/// <summary>How the figures of a column look.</summary>
public enum ColumnKind
{
    /// <summary>A share, from 0 to 1.</summary>
    Share,

    /// <summary>A difference of shares, with its sign.</summary>
    Difference,

    /// <summary>A count, or a mean of counts.</summary>
    Count,

    /// <summary>Seconds.</summary>
    Seconds,
}
