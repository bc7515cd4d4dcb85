using System.Collections.Immutable;
using Oversight.Runs.Settings;

namespace Oversight.Reports.Comparisons;

/// <summary>A row of the table of a comparison.</summary>
/// <param name="Variant">What sets it apart from other rows of the same method; empty for nothing.</param>
/// <param name="Source">The runs that its figures come from.</param>
/// <param name="Cells">One a column.</param>
public sealed record ComparisonTableRow(string Variant, ComparisonRow Source, ImmutableArray<ComparisonCell> Cells)
{
    /// <summary>The row's name, for people.</summary>
    public string Name => ComparisonRow.NameOf(Source.Method, Variant);

    /// <summary>How X is trained, as it stands on the command line.</summary>
    public string Method => Setting.Format(Source.Method);

    /// <summary>The row whose settings are the same and whose runs are shown here too; null where the runs are the row's own.</summary>
    public string? SameAs => Variant == Source.Variant ? null : Source.Name;
}
