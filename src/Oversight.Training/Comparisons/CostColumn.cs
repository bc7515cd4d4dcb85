using System.Collections.Immutable;

namespace Oversight.Training.Comparisons;

/// <summary>A column of what a row of a comparison cost; the same columns in the terminal, in Markdown and in the report.</summary>
/// <param name="Heading">What is counted.</param>
/// <param name="Text">The figure of a row, as it is shown.</param>
/// <param name="IsUsual">Whether the column is always there; others are where a row has something in them.</param>
/// <param name="Figure">The figure of a row.</param>
public sealed record CostColumn(string Heading, Func<ComparisonRow, string> Text, bool IsUsual, Func<ComparisonRow, double> Figure)
{
    private static readonly ImmutableArray<CostColumn> All =
    [
        Count("human queries", row => row.HumanQueries, isUsual: true),
        Count("facts read by H", row => row.FactsRead),
        Count("labels", row => row.Labels, isUsual: true),
        Count("judge look-ups", row => row.JudgeLookUps),
        Count("reward queries", row => row.RewardQueries),
        Count("steps", row => row.Steps, isUsual: true),
        Count("preparing steps", row => row.PreparingSteps),
        new("seconds", row => ComparisonText.Seconds(row.Seconds), IsUsual: true, row => row.Seconds),
    ];

    /// <summary>The columns that a comparison needs, in their order.</summary>
    /// <param name="comparison">The comparison.</param>
    public static ImmutableArray<CostColumn> Of(Comparison comparison) =>
        [.. All.Where(column => column.IsUsual || comparison.Rows.Any(row => column.Figure(row) > 0))];

    private static CostColumn Count(string heading, Func<ComparisonRow, double> figure, bool isUsual = false) =>
        new(heading, row => ComparisonText.Count(figure(row)), isUsual, figure);
}
