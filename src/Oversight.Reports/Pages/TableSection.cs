using Oversight.Reports.Comparisons;
using Oversight.Reports.Html;
using Oversight.Runs.Statistics;

namespace Oversight.Reports.Pages;

/// <summary>The table that everything comes down to.</summary>
/// <param name="comparison">What it shows.</param>
internal sealed class TableSection(Comparison comparison)
{
    private const int MostClasses = 12;

    /// <summary>Writes it.</summary>
    /// <param name="html">Where to.</param>
    public void Write(HtmlWriter html)
    {
        html.Line("h2", "Side by side");
        html.Line(
            "p",
            FigureText.AboutIntervals + " The rest are means over seeds." + comparison.NoteOnClasses(MostClasses),
            ("class", "muted"));
        var table = ComparisonTable.Of(comparison, MostClasses);
        using (html.In("div", ("class", "wide many")))
        using (html.In("table"))
        {
            WriteHead(html, table);
            using (html.In("tbody"))
            {
                foreach (ComparisonTableRow row in table.Rows)
                    WriteRow(html, row);
            }
        }

        WriteNotes(html);
    }

    private static void WriteHead(HtmlWriter html, ComparisonTable table)
    {
        using (html.In("thead"))
        using (html.In("tr"))
        {
            foreach (string heading in (string[])["method", .. table.Columns.Select(column => column.Heading)])
                html.Line("th", heading, ("scope", "col"));
        }
    }

    private void WriteRow(HtmlWriter html, ComparisonTableRow row)
    {
        using (html.In("tr"))
        {
            using (html.In("th", ("scope", "row")))
            {
                string name = comparison.NumberOf(row.Source) is { } number && row.SameAs is null ? $"{number} {row.Method}" : row.Method;
                html.Line("span", name, ("class", $"name {row.Source.Method.Words.Style}"));
                if (row.Variant.Length > 0)
                    html.Line("small", row.Variant, ("class", "variant"));
                string seeds = row.Source.Runs.Length == 1 ? "seed" : "seeds";
                html.Line("small", $"{seeds} {string.Join(", ", row.Source.Seeds)}{Unfinished(row.Source)}");
            }

            foreach (ComparisonCell cell in row.Cells)
                WriteCell(html, cell, cell == row.Cells[0] ? "strong" : "span");
        }
    }

    /// <summary>What rows rest on, which are the same, and which runs count nowhere.</summary>
    private void WriteNotes(HtmlWriter html)
    {
        string[] notes = [.. comparison.Notes, .. comparison.LeftOutLines];
        if (notes.Length == 0)
            return;
        using (html.In("ul", ("class", "muted notes")))
        {
            foreach (string note in notes)
                html.Line("li", note);
        }
    }

    private static string Unfinished(ComparisonRow row)
    {
        int unfinished = row.Runs.Count(run => !run.Result.IsFinished);
        return unfinished == 0 ? "" : $"; {unfinished} not finished";
    }

    private static void WriteCell(HtmlWriter html, ComparisonCell cell, string element)
    {
        using (html.In("td"))
        {
            html.Line(element, cell.Figure);
            if (cell.Interval.Length > 0)
                html.Interval("small", cell.Interval);
        }
    }
}
