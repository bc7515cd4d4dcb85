using Oversight.Reports.Comparisons;
using Oversight.Reports.Html;
using Oversight.Runs.Rounds;
using Oversight.Runs.Statistics;

namespace Oversight.Reports.Pages;

/// <summary>Class by class: Amplify is to rise first, X after it, easy classes before hard ones.</summary>
/// <param name="comparison">What it shows.</param>
internal sealed class ClassSection(Comparison comparison)
{
    private const int MostClasses = 12;
    private const int MostRungs = 24;

    /// <summary>Writes it.</summary>
    /// <param name="html">Where to.</param>
    public void Write(HtmlWriter html)
    {
        html.Line("h2", "Class by class");
        using (html.In("p", ("class", "muted")))
        {
            html.Text("What Amplify can do today, X can do tomorrow: on each class of questions ");
            html.Line("span", "Amplify", ("class", "key reached"));
            html.Text(" (dashed line, ring) should rise before ");
            html.Line("span", "X", ("class", "key learned"));
            html.Text(" (full line, dot), and easy classes before hard ones." + comparison.NoteOnClasses(MostClasses));
        }

        foreach (ComparisonRow row in comparison.Rows)
            WriteRow(html, row);
    }

    private void WriteRow(HtmlWriter html, ComparisonRow row)
    {
        RecordedRun run = row.Runs[0];
        string title = row.Runs.Length == 1 ? row.Name : $"{row.Name}, seed {run.Options.Seed}";
        using (row == comparison.Rows[0]
            ? html.In("details", ("open", "open"), ("class", "block"))
            : html.In("details", ("class", "block")))
        {
            html.Line("summary", title);
            using (html.In("div", ("class", "classes")))
            {
                Milestone[] rungs = [.. run.Milestones.Where(Asked)];
                if (rungs.Length > 0)
                    new LadderChart("First right nine times in ten", [.. rungs], Math.Max(1, run.Result.Steps)).Write(html);
                if (run.Curve.Length > 1)
                    WriteClasses(html, run);
                else
                    WriteOnce(html, run);
            }
        }
    }

    private bool Asked(Milestone milestone) => comparison.SomeClasses(MostRungs).Contains(milestone.Class);

    private void WriteClasses(HtmlWriter html, RecordedRun run)
    {
        using (html.In("div", ("class", "multiples")))
        {
            foreach (string label in comparison.SomeClasses(MostClasses))
                WriteClass(html, run, label);
        }
    }

    /// <summary>One measurement is a figure a class, not a curve.</summary>
    private void WriteOnce(HtmlWriter html, RecordedRun run)
    {
        string[] ends =
        [
            .. comparison.SomeClasses(MostClasses)
                .Where(run.Result.ByClass.ContainsKey)
                .Select(label => $"{label}: {End(run, label)}"),
        ];
        html.Line(
            "p",
            ends.Length == 0
                ? "There are no curves to draw, for nothing was measured class by class."
                : $"There are no curves to draw, for this run was measured once. {string.Join(" ", ends)}",
            ("class", "muted"));
    }

    private static string End(RecordedRun run, string label) =>
        run.Result.ByClass.TryGetValue(label, out (Accuracy Teacher, Accuracy Amplified) pair)
            ? $"X ends at {Wording.Percent(pair.Teacher.Share)}, "
              + $"{Wording.Amplifier(run.Options.Method)} at {Wording.Percent(pair.Amplified.Share)}."
            : "";

    private static void WriteClass(HtmlWriter html, RecordedRun run, string label)
    {
        RecordedStep[] steps = [.. run.Curve.Where(step => step.TeacherByClass.ContainsKey(label))];
        new LineChart(
            label,
            $"Accuracy on {label} against steps. {End(run, label)}",
            "",
            Axis.Linear(run.Steps.Select(step => (double)step.Step), ticks: 1),
            Axis.Share,
            [
                new Series("X", "learned", [.. steps.Select(step => ((double)step.Step, step.TeacherByClass[label]))]),
                new Series("Amplify", "reached", [.. steps.Select(step => ((double)step.Step, step.AmplifiedByClass[label]))]),
            ])
        {
            Size = (190, 130),
            IsSmall = true,
        }.Write(html);
    }
}
