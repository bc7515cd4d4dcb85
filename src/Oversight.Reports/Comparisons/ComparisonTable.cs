using System.Collections.Immutable;

namespace Oversight.Reports.Comparisons;

/// <summary>
/// The table of a comparison, worked out once: compare.json, compare.md, the report and the terminal only write down what stands in its
/// cells.
/// </summary>
/// <param name="Columns">The columns, from left to right.</param>
/// <param name="Rows">The rows, variants together, within them the methods.</param>
public sealed record ComparisonTable(ImmutableArray<ComparisonColumn> Columns, ImmutableArray<ComparisonTableRow> Rows)
{
    /// <summary>The table.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="mostClasses">How many classes of questions fit.</param>
    public static ComparisonTable Of(Comparison comparison, int mostClasses = int.MaxValue)
    {
        ImmutableArray<ComparisonColumn> columns =
        [
            new("accuracy", "overall", ColumnKind.Share, IsClass: false, row => row.Teacher),
            .. comparison.SomeClasses(mostClasses).Select(
                label => new ComparisonColumn(label, label, ColumnKind.Share, IsClass: true, row => row.TeacherOn(label))),
            new("minusSupervised", "minus supervised", ColumnKind.Difference, IsClass: false, comparison.MinusSupervised),
            new("amplified", "Amplify", ColumnKind.Share, IsClass: false, row => row.Amplified),
            .. CostColumn.Of(comparison).Select(column => column.AsColumn()),
            .. comparison.HasErrors ? (ComparisonColumn[])[ErrorColumn(comparison)] : [],
        ];
        return new ComparisonTable(columns, [.. comparison.Rows.SelectMany(row => RowsOf(row, columns))]);
    }

    private static ComparisonColumn ErrorColumn(Comparison comparison) => new(
        "atTenPercentError",
        "overall at 10 % overseer error",
        ColumnKind.Share,
        IsClass: false,
        row => comparison.WithErrors(row)?.Teacher);

    private static IEnumerable<ComparisonTableRow> RowsOf(ComparisonRow row, ImmutableArray<ComparisonColumn> columns)
    {
        ImmutableArray<ComparisonCell> cells = [.. columns.Select(column => new ComparisonCell(column, column.Figure(row)))];
        return ((string[])[row.Variant, .. row.AlsoCalled]).Select(variant => new ComparisonTableRow(variant, row, cells));
    }
}
