using System.Collections.Immutable;
using Oversight.Training.Reports;

namespace Oversight.Training.Experiments;

/// <summary>A study as one page that needs nothing else: verdicts, curves, tables.</summary>
public static class StudyPage
{
    private static readonly string[] Styles = ["amplify", "scripted", "supervised", "fresh", "size", "classes-asked"];

    /// <summary>The page's text.</summary>
    /// <param name="result">The study.</param>
    public static string Write(StudyResult result)
    {
        var html = new HtmlWriter();
        using (html.In("html", ("lang", "en")))
        {
            ReportPage.WriteHead(html, $"Oversight: {result.Study.Title}");
            using (html.In("body"))
            using (html.In("main"))
            {
                using (html.In("header"))
                {
                    html.Line("p", "Oversight", ("class", "brand"));
                    html.Line("p", $"{result.Command}, version {result.Version}, seeds {string.Join(", ", result.Seeds)}", ("class", "muted"));
                }

                html.Line("h1", result.Study.Title);
                WriteFindings(html, "What must happen", result.Findings, ExpectationKind.MustHappen);
                WriteFindings(html, "What must fail", result.Findings, ExpectationKind.MustFail);
                foreach (StudyTable table in result.Tables)
                    WriteTable(html, table);
            }
        }

        return html.ToString();
    }

    private static void WriteFindings(HtmlWriter html, string heading, ImmutableArray<Finding> findings, ExpectationKind kind)
    {
        if (!findings.Any(finding => finding.Expected.Kind == kind))
            return;
        html.Line("h2", heading);
        WriteRows(
            html,
            ["expected", "from", "range", "measured", "verdict"],
            findings.Where(finding => finding.Expected.Kind == kind).Select(finding => (string[])
            [
                finding.Expected.Statement,
                finding.Expected.Source,
                finding.Expected.Range,
                StudyMarkdown.Figure(finding.Measured),
                finding.Verdict.ToString().ToLowerInvariant(),
            ]));
    }

    private static void WriteTable(HtmlWriter html, StudyTable table)
    {
        html.Line("h2", table.Title);
        if (table.Places.Length > 1)
            ChartOf(table).Write(html);
        WriteRows(
            html,
            [table.RowName, .. table.Columns.Select(column => column.Name)],
            Enumerable.Range(0, table.Rows.Length).Select(i => (string[])
            [
                table.Rows[i], .. table.Columns.Select(column => StudyMarkdown.Figure(column.Values[i])),
            ]));
    }

    private static LineChart ChartOf(StudyTable table)
    {
        Axis y = table.Columns.SelectMany(column => column.Values).All(value => double.IsNaN(value.Mean) || value.Mean is >= 0 and <= 1)
            ? Axis.Share
            : Axis.Linear(table.Columns.SelectMany(column => column.Values).Select(value => value.Mean).Where(double.IsFinite));
        ImmutableArray<Series> lines =
        [
            .. table.Columns.Select((column, i) => new Series(
                column.Name,
                Styles[i % Styles.Length],
                [.. table.Places.Zip(column.Values, (x, value) => (x, value.Mean)).Where(point => double.IsFinite(point.Mean))])),
        ];
        return new LineChart(table.Title, table.Title, table.RowName, Axis.Linear(table.Places), y, lines) { Size = (720, 320) };
    }

    private static void WriteRows(HtmlWriter html, string[] headings, IEnumerable<string[]> rows)
    {
        using (html.In("div", ("class", "wide")))
        using (html.In("table"))
        {
            using (html.In("thead"))
            using (html.In("tr"))
            {
                foreach (string heading in headings)
                    html.Line("th", heading, ("scope", "col"));
            }

            using (html.In("tbody"))
            {
                foreach (string[] row in rows)
                    WriteRow(html, row);
            }
        }
    }

    private static void WriteRow(HtmlWriter html, string[] cells)
    {
        using (html.In("tr"))
        {
            foreach (string cell in cells)
                html.Line("td", cell);
        }
    }
}
