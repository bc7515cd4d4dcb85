using System.Collections.Immutable;
using System.Globalization;
using Oversight.Reports.Comparisons;
using Oversight.Reports.Html;
using Oversight.Runs.Options;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Runs.Statistics;

namespace Oversight.Reports.Pages;

/// <summary>Where H was made to err: what came of it beside what was to be expected.</summary>
/// <param name="comparison">What it shows.</param>
internal sealed class FailureSection(Comparison comparison)
{
    private const int MostClasses = 6;
    private const int CurvePoints = 25;

    private readonly ImmutableArray<ComparisonRow> _rows =
    [
        .. comparison.Rows
            .Where(row => !row.Method.LearnsTruth && ErrorOf(row) > 0)
            .OrderBy(row => row.Runs[0].MethodPlace)
            .ThenByDescending(row => Setting.Format(KindOf(row)), StringComparer.Ordinal)
            .ThenBy(ErrorOf),
    ];

    /// <summary>Writes it; nothing where H never errs.</summary>
    /// <param name="html">Where to.</param>
    public void Write(HtmlWriter html)
    {
        if (_rows.IsEmpty)
            return;
        html.Line("h2", "When the overseer errs");
        WriteFormula(html);
        ImmutableDictionary<string, ImmutableArray<int>> counts = ExpectedAccuracy.CountByClass(comparison.Task);
        foreach (LearningMethod method in _rows.Select(row => row.Method).Distinct())
            WriteCharts(html, method, counts);
        WriteTable(html, counts);
    }

    private static double ErrorOf(ComparisonRow row) => row.Runs[0].Options.Overseer.Error;

    private static ErrorKind KindOf(ComparisonRow row) => row.Runs[0].Options.Overseer.ErrorKind;

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static void WriteFormula(HtmlWriter html)
    {
        using (html.In("p", ("class", "muted")))
        {
            html.Text("Each final answer of H is replaced by one drawn from all N possible answers with probability e. ");
            html.Text("If every such error ");
            html.Text("stayed in X, a question with m decompositions in its recursive tree would be answered right with probability ");
            html.Line("b", "s + (1 - s) / N, where s = (1 - e)^m");
            html.Text(": either none of the m answers was replaced, or the last one that was is no better than a guess. m is counted by ");
            html.Text("running Amplify recursively on true answers; for permutation powering with an exponent of b bits it is ");
            html.Text("2^(b-1) - 1. ");
            html.Text("(The formula is exact where what follows an answer maps different answers to different ones, as permutations ");
            html.Text("do, and a guide elsewhere.) If X averaged all errors away, it would always be right, and Amplify, whose own ");
            html.Text("last answer may still be replaced, with probability ");
            html.Line("b", "1 - e + e / N");
            html.Text(".");
        }
    }

    /// <summary>Accuracy against e, class by class; nothing unless two rates were tried.</summary>
    private void WriteCharts(HtmlWriter html, LearningMethod method, ImmutableDictionary<string, ImmutableArray<int>> counts)
    {
        ComparisonRow[] clean = [.. comparison.Rows.Where(row => row.Method == method && ErrorOf(row) == 0).Take(1)];
        ComparisonRow[] erring = [.. _rows.Where(row => row.Method == method)];
        if (clean.Length + erring.Select(ErrorOf).Distinct().Count() < 2)
            return;
        using (html.In("p"))
        {
            html.Text($"{Setting.Format(method)}: accuracy of X against e where errors are ");
            html.Line("span", "random", ("class", "key learned"));
            html.Text(" (full line) and ");
            html.Line("span", "deterministic", ("class", "key reached"));
            html.Text(" (dashed), ");
            html.Line("span", "systematic", ("class", "key systematic"));
            html.Text(" (dotted), and where every error ");
            html.Line("span", "stays", ("class", "key classes-asked"));
            html.Text(" (thin).");
        }

        Axis axis = Axis.Linear(erring.Select(ErrorOf), ticks: 1);
        using (html.In("div", ("class", "multiples")))
        {
            foreach (string label in comparison.SomeClasses(MostClasses))
            {
                new LineChart(label, $"Accuracy on {label} against the rate of errors of H.", "", axis, Axis.Share, [
                    Expected(axis, counts.GetValueOrDefault(label, [])),
                    Measured([.. clean, .. erring.Where(row => KindOf(row) == ErrorKind.Random)], label, "learned"),
                    Measured([.. clean, .. erring.Where(row => KindOf(row) == ErrorKind.Deterministic)], label, "reached"),
                    Measured([.. clean, .. erring.Where(row => KindOf(row) == ErrorKind.Systematic)], label, "systematic"),
                ])
                { Size = (190, 130), IsSmall = true }.Write(html);
            }
        }
    }

    private Series Expected(Axis axis, ImmutableArray<int> counts) => counts.IsEmpty
        ? new Series("if errors stay", "classes-asked", [])
        : new Series("if errors stay", "classes-asked thin", [.. Enumerable.Range(0, CurvePoints)
            .Select(i => axis.High * i / (CurvePoints - 1))
            .Select(error => (error, ExpectedAccuracy.Compounded(counts, error, comparison.Task.Answers.Length)))]);

    private static Series Measured(ImmutableArray<ComparisonRow> rows, string label, string style) => new(
        style switch { "learned" => "random", "reached" => "deterministic", _ => "systematic" },
        style,
        rows.Length < 2
            ? []
            : [.. rows.Where(row => row.TeacherOn(label) is not null).Select(row => (ErrorOf(row), row.TeacherOn(label)!.Mean))]);

    private void WriteTable(HtmlWriter html, ImmutableDictionary<string, ImmutableArray<int>> counts)
    {
        using (html.In("div", ("class", "wide gap")))
        using (html.In("table"))
        {
            using (html.In("thead"))
            using (html.In("tr"))
            {
                foreach (string heading in (string[])
                    ["class", "method", "errors", "e", "X if errors stay", "X", "Amplify if X is right", "Amplify"])
                {
                    html.Line("th", heading, ("scope", "col"), ("class", heading is "class" or "method" or "errors" ? "words" : "figures"));
                }
            }

            using (html.In("tbody"))
            {
                foreach (string label in comparison.SomeClasses(MostClasses))
                {
                    foreach (ComparisonRow row in _rows)
                        WriteRow(html, label, row, counts.GetValueOrDefault(label, []));
                }
            }
        }
    }

    private void WriteRow(HtmlWriter html, string label, ComparisonRow row, ImmutableArray<int> counts)
    {
        double error = ErrorOf(row);
        int answers = comparison.Task.Answers.Length;
        using (html.In("tr"))
        {
            using (html.In("th", ("scope", "row")))
            {
                html.Text(row == _rows[0] ? label : "");
                if (row == _rows[0] && !counts.IsEmpty)
                    html.Line("small", $"m = {Number(counts.Average())}");
            }

            html.Line("td", Setting.Format(row.Method), ("class", "words"));
            html.Line("td", Setting.Format(KindOf(row)), ("class", "words"));
            html.Line("td", Number(error));
            html.Line("td", counts.IsEmpty ? "-" : FigureText.Number(ExpectedAccuracy.Compounded(counts, error, answers)));
            Measured(html, row.TeacherOn(label));
            html.Line("td", FigureText.Number(ExpectedAccuracy.RightAfter(1, error, answers)));
            Measured(html, row.AmplifiedOn(label));
        }
    }

    private static void Measured(HtmlWriter html, Estimate? estimate)
    {
        using (html.In("td"))
        {
            html.Line("strong", FigureText.Share(estimate));
            html.Line("small", FigureText.Interval(estimate));
        }
    }
}
