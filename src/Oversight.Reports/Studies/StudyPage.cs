using System.Collections.Immutable;
using Oversight.Reports.Html;
using Oversight.Reports.Pages;
using Oversight.Runs.Statistics;
using Oversight.Runs.Studies;

namespace Oversight.Reports.Studies;

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
                    string seeds = string.Join(", ", result.Seeds);
                    html.Line("p", $"{result.Command}, version {result.Version}, seeds {seeds}", ("class", "muted"));
                }

                html.Line("h1", result.Study.Title);
                WriteFindings(html, result.Findings, ExpectationKind.MustHappen);
                WriteFindings(html, result.Findings, ExpectationKind.MustFail);
                foreach (StudyTable table in result.Tables)
                    WriteTable(html, table);
            }
        }

        return html.ToString();
    }

    private static void WriteFindings(HtmlWriter html, ImmutableArray<Finding> findings, ExpectationKind kind)
    {
        Finding[] ofKind = [.. findings.Where(finding => finding.Expected.Kind == kind)];
        if (ofKind.Length == 0)
            return;
        html.Line("h2", VerdictText.Heading(kind));
        using (html.In("div", ("class", "wide")))
        using (html.In("table"))
        {
            WriteHead(html, ["expected", "from", "range", "measured", "verdict"], column => column != 3);
            using (html.In("tbody"))
            {
                foreach (Finding finding in ofKind)
                    WriteFinding(html, finding);
            }
        }
    }

    private static void WriteFinding(HtmlWriter html, Finding finding)
    {
        (string sign, string style) = finding.Verdict switch
        {
            Verdict.Holds => ("✓", "right"),
            Verdict.Fails => ("✗", "wrong"),
            _ => ("?", "unknown"),
        };
        using (html.In("tr"))
        {
            html.Line("th", finding.Expected.Statement, ("scope", "row"), ("class", "words"));
            html.Line("td", finding.Expected.Source, ("class", "words"));
            html.Line("td", finding.Expected.Range, ("class", "words short"));
            html.Line("td", StudyMarkdown.Figure(finding.Measured));
            html.Line("td", $"{sign} {VerdictText.Of(finding)}", ("class", $"words verdict {style}"));
        }
    }

    private static void WriteTable(HtmlWriter html, StudyTable table)
    {
        html.Line("h2", table.Title);
        if (table.Places.Length > 1)
            ChartOf(table).Write(html);
        using (html.In("div", ("class", "wide")))
        using (html.In("table"))
        {
            bool areRowsWords = table.Places.IsEmpty;
            WriteHead(html, [table.RowName, .. table.Columns.Select(column => column.Name)], column => column == 0 && areRowsWords);
            using (html.In("tbody"))
            {
                for (int i = 0; i < table.Rows.Length; i++)
                    WriteRow(html, table, i, areRowsWords);
            }
        }
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

    private static void WriteHead(HtmlWriter html, string[] headings, Func<int, bool> isWords)
    {
        using (html.In("thead"))
        using (html.In("tr"))
        {
            for (int i = 0; i < headings.Length; i++)
                html.Line("th", headings[i], ("scope", "col"), ("class", isWords(i) ? "words" : "figures"));
        }
    }

    private static void WriteRow(HtmlWriter html, StudyTable table, int row, bool isWords)
    {
        using (html.In("tr"))
        {
            html.Line("th", table.Rows[row], ("scope", "row"), ("class", isWords ? "words" : "figures"));
            foreach ((_, ImmutableArray<Estimate> values) in table.Columns)
                html.Line("td", StudyMarkdown.Figure(values[row]));
        }
    }
}
