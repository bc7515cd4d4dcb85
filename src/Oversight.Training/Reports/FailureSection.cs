using Oversight.Training.Comparisons;

namespace Oversight.Training.Reports;

/// <summary>Where H was made to err: what came of it beside what was to be expected.</summary>
/// <param name="comparison">What it shows.</param>
internal sealed class FailureSection(Comparison comparison)
{
    /// <summary>Writes it; nothing where H never errs.</summary>
    /// <param name="html">Where to.</param>
    public void Write(HtmlWriter html)
    {
        ComparisonRow[] rows = [.. comparison.Rows.Where(row => row.Runs[0].Options.Overseer.Error > 0)];
        if (rows.Length == 0)
            return;
        html.Line("h2", "When the overseer errs");
        using (html.In("p", ("class", "muted")))
        {
            html.Text("H's final answers are replaced by random ones at the rate e. If every such error stayed in X, a question with m decompositions in its ");
            html.Text("recursive tree would be answered right with probability s + (1 - s) / N, where s = (1 - e)^m and N is the number of possible answers: ");
            html.Text("all m must be spared, or the last error happens to be lost again in N. (Exact where an answer determines its sub-answers and the other way ");
            html.Text("round, as with permutations; a guide elsewhere.) If X averaged all errors away, it would be right always, and Amplify with probability ");
            html.Text("1 - e + e / N. m is counted by running Amplify recursively with true answers on held-out questions.");
        }

        foreach (ComparisonRow row in rows)
            WriteRow(html, row);
    }

    private void WriteRow(HtmlWriter html, ComparisonRow row)
    {
        double error = row.Runs[0].Options.Overseer.Error;
        var expected = ExpectedAccuracy.Of(comparison.Task, error);
        html.Line("h3", $"{row.Name}: e = {error}, {row.Runs[0].Options.Overseer.ErrorKind} errors");
        using (html.In("div", ("class", "wide")))
        using (html.In("table"))
        {
            using (html.In("thead"))
            using (html.In("tr"))
            {
                foreach (string heading in (string[])["class", "decompositions m", "X if errors stay", "X, measured", "X if averaged away", "Amplify if averaged away", "Amplify, measured"])
                    html.Line("th", heading, ("scope", "col"));
            }

            using (html.In("tbody"))
            {
                foreach (string label in comparison.Classes)
                    WriteClass(html, row, label, expected);
            }
        }
    }

    private static void WriteClass(HtmlWriter html, ComparisonRow row, string label, ExpectedAccuracy expected)
    {
        using (html.In("tr"))
        {
            html.Line("th", label, ("scope", "row"));
            html.Line("td", expected.Decompositions.TryGetValue(label, out double count) ? count.ToString("0.#") : "-");
            html.Line("td", expected.Compounded.TryGetValue(label, out double share) ? share.ToString("0.000") : "-");
            Measured(html, row.TeacherOn(label));
            html.Line("td", "1.000");
            html.Line("td", expected.Averaged.ToString("0.000"));
            Measured(html, row.AmplifiedOn(label));
        }
    }

    private static void Measured(HtmlWriter html, Estimate? estimate)
    {
        using (html.In("td"))
        {
            html.Line("strong", ComparisonText.Share(estimate));
            html.Line("small", ComparisonText.Interval(estimate));
        }
    }
}
