using Oversight.Runs.Statistics;

namespace Oversight.Reports.Comparisons;

/// <summary>A column of figures of a comparison; the same in compare.json, in Markdown, in the report and in the terminal.</summary>
/// <param name="Key">Its name in compare.json; for a class of questions the class.</param>
/// <param name="Heading">Its name for people.</param>
/// <param name="Kind">How its figures look.</param>
/// <param name="IsClass">Whether it is about one class of questions.</param>
/// <param name="Figure">The figure of a row; null where it has none.</param>
public sealed record ComparisonColumn(string Key, string Heading, ColumnKind Kind, bool IsClass, Func<ComparisonRow, Estimate?> Figure);
