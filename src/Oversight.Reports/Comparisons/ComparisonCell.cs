using Oversight.Runs.Statistics;

namespace Oversight.Reports.Comparisons;

/// <summary>A figure of a comparison, as it is shown.</summary>
/// <param name="Column">Where it stands.</param>
/// <param name="Estimate">The figure; null for none.</param>
public sealed record ComparisonCell(ComparisonColumn Column, Estimate? Estimate)
{
    /// <summary>The figure; a dash for none.</summary>
    public string Figure => (Column.Kind, Estimate) switch
    {
        (_, null) => "-",
        (ColumnKind.Difference, _) => FigureText.Difference(Estimate),
        (ColumnKind.Count, _) => FigureText.Count(Estimate.Mean),
        (ColumnKind.Seconds, _) => FigureText.Seconds(Estimate.Mean),
        _ => FigureText.Share(Estimate),
    };

    /// <summary>Its interval; empty for none.</summary>
    public string Interval =>
        Column.Kind == ColumnKind.Difference ? FigureText.DifferenceInterval(Estimate) : FigureText.Interval(Estimate);

    /// <summary>Both: <c>0.900 (0.812-0.961)</c>.</summary>
    public string Bracketed => Interval.Length == 0 ? Figure : $"{Figure} ({Interval})";
}
