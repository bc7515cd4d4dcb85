using System.Collections.Immutable;
using Oversight.Runs.Statistics;

namespace Oversight.Reports.Comparisons;

/// <summary>A column of what a row of a comparison cost; the same columns in the terminal, in Markdown and in the report.</summary>
/// <param name="Key">Its name in compare.json.</param>
/// <param name="Heading">What is counted.</param>
/// <param name="Kind">How its figures look.</param>
/// <param name="IsUsual">Whether the column is always there; others are where a row has something in them.</param>
/// <param name="Figure">The figure of a row.</param>
public sealed record CostColumn(string Key, string Heading, ColumnKind Kind, bool IsUsual, Func<ComparisonRow, double> Figure)
{
    private static readonly ImmutableArray<CostColumn> All =
    [
        new("humanQueries", "human queries", ColumnKind.Count, IsUsual: true, row => row.HumanQueries),
        new("factsRead", "facts read by H", ColumnKind.Count, IsUsual: false, row => row.FactsRead),
        new("labels", "labels", ColumnKind.Count, IsUsual: true, row => row.Labels),
        new("judgeLookUps", "judge look-ups", ColumnKind.Count, IsUsual: false, row => row.JudgeLookUps),
        new("rewardQueries", "reward queries", ColumnKind.Count, IsUsual: false, row => row.RewardQueries),
        new("steps", "steps", ColumnKind.Count, IsUsual: true, row => row.Steps),
        new("preparingSteps", "preparing steps", ColumnKind.Count, IsUsual: false, row => row.PreparingSteps),
        new("seconds", "seconds", ColumnKind.Seconds, IsUsual: true, row => row.Seconds),
    ];

    /// <summary>The columns that a comparison needs, in their order.</summary>
    /// <param name="comparison">The comparison.</param>
    public static ImmutableArray<CostColumn> Of(Comparison comparison) =>
        [.. All.Where(column => column.IsUsual || comparison.Rows.Any(row => column.Figure(row) > 0))];

    internal ComparisonColumn AsColumn() => new(
        Key, Heading, Kind, IsClass: false, row => new Estimate(Figure(row), double.NaN, double.NaN, row.Runs.Length));
}
