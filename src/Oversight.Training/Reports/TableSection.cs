using Oversight.Training.Comparisons;
using Oversight.Training.Options;

namespace Oversight.Training.Reports;

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
            "Accuracy of X on held-out contexts, all questions and class by class. Small figures are 95 % intervals: over seeds, or, of a "
            + "single seed, over contexts. The rest are means over seeds." + comparison.NoteOnClasses(MostClasses),
            ("class", "muted"));
        using (html.In("div", ("class", "wide many")))
        using (html.In("table"))
        {
            WriteHead(html);
            using (html.In("tbody"))
            {
                foreach (ComparisonRow row in comparison.Rows)
                    WriteRow(html, row);
            }
        }
    }

    private void WriteHead(HtmlWriter html)
    {
        using (html.In("thead"))
        using (html.In("tr"))
        {
            string[] headings =
            [
                "method", "overall", .. comparison.SomeClasses(MostClasses), "minus supervised", "Amplify",
                .. CostColumn.Of(comparison).Select(column => column.Heading), .. comparison.HasErrors ? (string[])["at 10 % overseer error"] : [],
            ];
            foreach (string heading in headings)
                html.Line("th", heading, ("scope", "col"));
        }
    }

    private void WriteRow(HtmlWriter html, ComparisonRow row)
    {
        Estimate? difference = comparison.MinusSupervised(row);
        using (html.In("tr"))
        {
            using (html.In("th", ("scope", "row")))
            {
                string method = Setting.Format(row.Method);
                string name = comparison.NumberOf(row) is { } number ? $"{number} {method}" : method;
                html.Line("span", name, ("class", $"name {Wording.Style(row.Method)}"));
                if (row.Variant.Length > 0)
                    html.Line("small", row.Variant, ("class", "variant"));
                html.Line("small", $"{(row.Runs.Length == 1 ? "seed" : "seeds")} {string.Join(", ", row.Seeds)}{Unfinished(row)}");
            }

            Cell(html, ComparisonText.Share(row.Teacher), ComparisonText.Interval(row.Teacher), "strong");
            foreach (string label in comparison.SomeClasses(MostClasses))
                Cell(html, ComparisonText.Share(row.TeacherOn(label)), ComparisonText.Interval(row.TeacherOn(label)));
            Cell(html, ComparisonText.Difference(difference), ComparisonText.DifferenceInterval(difference));
            Cell(html, ComparisonText.Share(row.Amplified), ComparisonText.Interval(row.Amplified));
            foreach (CostColumn column in CostColumn.Of(comparison))
                Cell(html, column.Text(row), "");
            if (comparison.HasErrors)
                Cell(html, ComparisonText.Share(comparison.WithErrors(row)?.Teacher), ComparisonText.Interval(comparison.WithErrors(row)?.Teacher));
        }
    }

    private static string Unfinished(ComparisonRow row)
    {
        int unfinished = row.Runs.Count(run => !run.Result.IsFinished);
        return unfinished == 0 ? "" : $"; {unfinished} not finished";
    }

    private static void Cell(HtmlWriter html, string figure, string interval, string element = "span")
    {
        using (html.In("td"))
        {
            html.Line(element, figure);
            if (interval.Length > 0)
                html.Interval("small", interval);
        }
    }
}
