using System.Globalization;
using System.Text;
using Oversight.Core;
using Oversight.Runs.Statistics;
using Oversight.Runs.Studies;

namespace Oversight.Reports.Studies;

/// <summary>A study as Markdown, for documents: expectations with their verdicts first, then the tables, then the costs.</summary>
public static class StudyMarkdown
{
    /// <summary>The text of <c>study.md</c>.</summary>
    /// <param name="result">The study.</param>
    public static string Write(StudyResult result)
    {
        var text = new StringBuilder();
        text.Append($"# {result.Study.Title}\n\n");
        text.Append($"`{result.Command}`, version {result.Version}, seeds {string.Join(", ", result.Seeds)}.\n\n");
        WriteFindings(text, result, ExpectationKind.MustHappen);
        WriteFindings(text, result, ExpectationKind.MustFail);
        foreach (StudyTable table in result.Tables)
            Write(text, table);
        WriteCosts(text, result);
        text.Append("\nIn brackets 95 % intervals over seeds (t).\n");
        return text.ToString();
    }

    /// <summary>A figure with the longer side of its interval: <c>0.981 ± 0.004</c>.</summary>
    /// <param name="estimate">The figure.</param>
    public static string Figure(Estimate estimate) =>
        double.IsNaN(estimate.Mean)
            ? "-"
            : FigureText.Number(estimate.Mean) + (estimate.HasInterval ? $" ± {FigureText.Number(estimate.Margin)}" : "");

    private static void WriteFindings(StringBuilder text, StudyResult result, ExpectationKind kind)
    {
        Finding[] findings = [.. result.Findings.Where(finding => finding.Expected.Kind == kind)];
        if (findings.Length == 0)
            return;
        text.Append($"## {VerdictText.Heading(kind)}\n\n");
        text.Append("| expected | from | range | measured | verdict |\n| :-- | :-- | :-- | --: | :-- |\n");
        foreach (Finding finding in findings)
        {
            Expectation expected = finding.Expected;
            text.Append($"| {expected.Statement} | {expected.Source} | {expected.Range} | {Figure(finding.Measured)} ");
            text.Append($"| {VerdictText.Of(finding)} |\n");
        }

        text.Append('\n');
    }

    private static void Write(StringBuilder text, StudyTable table)
    {
        text.Append($"## {table.Title}\n\n| {table.RowName} | {string.Join(" | ", table.Columns.Select(column => column.Name))} |\n");
        text.Append($"{(table.Places.IsEmpty ? "| :-- |" : "| --: |")}{string.Concat(table.Columns.Select(_ => " --: |"))}\n");
        for (int i = 0; i < table.Rows.Length; i++)
            text.Append($"| {table.Rows[i]} | {string.Join(" | ", table.Columns.Select(column => Figure(column.Values[i])))} |\n");

        text.Append('\n');
    }

    private static void WriteCosts(StringBuilder text, StudyResult result)
    {
        text.Append("## Costs\n\n");
        text.Append("| seed | human queries | judge look-ups | facts read by H | reward queries | optimiser steps | seconds |\n");
        text.Append("| --: | --: | --: | --: | --: | --: | --: |\n");
        for (int i = 0; i < result.Seeds.Length; i++)
        {
            OversightLedger ledger = result.Ledgers[i];
            string[] cells =
            [
                result.Seeds[i].ToString(CultureInfo.InvariantCulture),
                FigureText.Count(ledger.HumanQueries),
                FigureText.Count(ledger.JudgeLookUps),
                FigureText.Count(ledger.FactsRead),
                FigureText.Count(ledger.RewardQueries),
                FigureText.Count(ledger.Steps),
                FigureText.Seconds(result.Seconds[i]),
            ];
            text.Append($"| {string.Join(" | ", cells)} |\n");
        }
    }
}
