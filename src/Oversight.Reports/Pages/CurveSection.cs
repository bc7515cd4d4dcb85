using System.Collections.Immutable;
using Oversight.Reports.Comparisons;
using Oversight.Reports.Html;
using Oversight.Runs.Statistics;

namespace Oversight.Reports.Pages;

/// <summary>How X got there: accuracy over steps, seconds and oversight, and what was going on meanwhile.</summary>
/// <param name="comparison">What it shows.</param>
internal sealed class CurveSection(Comparison comparison)
{
    private const int MostInWords = 3;

    /// <summary>Writes it.</summary>
    /// <param name="html">Where to.</param>
    public void Write(HtmlWriter html)
    {
        html.Line("h2", "Learning");
        if (!comparison.Rows.SelectMany(row => row.Runs).Any(run => run.Curve.Length > 1))
        {
            html.Line("p", $"There are no curves to draw, for no run was measured more than once. {Measured()}");
            return;
        }

        html.Line("p", "Accuracy of X on all held-out questions, one line a run.", ("class", "muted"));
        using (html.In("div", ("class", "charts")))
        {
            Accuracy("Accuracy over steps", "steps of X", step => step.Step, Axis.Linear(Values(step => step.Step))).Write(html);
            (double unit, string name) = Unit();
            Accuracy("Accuracy over time", name, step => step.Seconds / unit, Axis.Linear(Values(step => step.Seconds / unit))).Write(html);
            Accuracy(
                "Accuracy over oversight",
                "human queries (supervised: labels; expert iteration: reward queries; debate: judge look-ups)",
                step => Math.Max(1, step.Oversight),
                Axis.Logarithmic(Values(step => Math.Max(1, step.Oversight)))).Write(html);
        }

        html.Line("h2", "Behind the curves");
        html.Line(
            "p",
            "Losses are running averages. A target counts if it is not idk: where X does not yet know enough to answer the sub-questions, "
            + "nothing is learned.",
            ("class", "muted"));
        using (html.In("div", ("class", "charts")))
        {
            Loss("Loss of X (nats a target)", line => line.AssistantLoss).Write(html);
            if (comparison.Rows.Any(row => row.Method.ImitatesHuman))
                HumanModel().Write(html);
            Curriculum().Write(html);
        }
    }

    private string Measured()
    {
        (ComparisonRow Row, RecordedRun Run)[] runs = [.. comparison.Rows.SelectMany(row => row.Runs.Select(run => (row, run)))];
        return runs.Length > MostInWords
            ? "The table above has the figures."
            : string.Join(" ", runs.Select(one => $"{one.Row.Name}, seed {one.Run.Options.Seed}: {Measured(one.Run)}."));
    }

    private static string Measured(RecordedRun run) => run.Curve.IsEmpty
        ? "not measured on the way"
        : $"{Wording.Percent(run.Curve[^1].Teacher)} right after "
          + $"{Wording.Count(run.Curve[^1].Step, "step")}, {Wording.Time(run.Curve[^1].Seconds)}";

    private IEnumerable<RecordedStep> AllSteps => comparison.Rows.SelectMany(row => row.Runs).SelectMany(run => run.Steps);

    private IEnumerable<double> Values(Func<RecordedStep, double> figure) => AllSteps.Select(figure);

    private (double Unit, string Name) Unit() =>
        Values(step => step.Seconds).DefaultIfEmpty(0).Max() > 600 ? (60, "minutes") : (1, "seconds");

    private LineChart Accuracy(string title, string xTitle, Func<RecordedStep, double> x, Axis axis) => new(
        title,
        $"Accuracy of X against {xTitle}, one line a run. {Ends()}",
        xTitle,
        axis,
        Axis.Share,
        Lines(run => [.. run.Curve.Select(step => (x(step), step.Teacher))]));

    private string Ends() =>
        string.Join("; ", comparison.Rows.Select(row => $"{row.Name} ends at {FigureText.Share(row.Teacher)}")) + ".";

    private LineChart Loss(string title, Func<RecordedStep, double?> loss) => new(
        title,
        "The loss against steps, one line a run, on a logarithmic axis.",
        "steps of X",
        Axis.Linear(Values(step => step.Step)),
        Axis.Logarithmic(AllSteps.Select(step => loss(step) ?? 0)),
        Lines(run => Points(run, loss)));

    /// <summary>The loss of H' on what it learns from and on what it has not seen yet.</summary>
    private LineChart HumanModel()
    {
        RecordedRun[] runs = [.. comparison.Rows.Where(row => row.Method.ImitatesHuman).SelectMany(row => row.Runs)];
        return new LineChart(
            "Loss of H' (nats a symbol)",
            "The loss of the human model on transcripts that it learns from and on fresh ones, against steps of X, on a logarithmic axis.",
            "steps of X",
            Axis.Linear(Values(step => step.Step)),
            Axis.Logarithmic(runs.SelectMany(run => run.Steps)
                .SelectMany(step => (double[])[step.HumanModelLoss ?? 0, step.HumanModelValidationLoss ?? 0])),
            [
                .. runs.Select((run, i) => new Series(i == 0 ? "learned" : "", "amplify", Points(run, step => step.HumanModelLoss))),
                .. runs.Select((run, i) => new Series(i == 0 ? "fresh" : "", "fresh", Points(run, step => step.HumanModelValidationLoss))),
            ]);
    }

    private LineChart Curriculum()
    {
        var lines = ImmutableArray.CreateBuilder<Series>();
        lines.AddRange(Lines(run => Points(run, step => step.CountedShare)));
        RecordedRun[] growing = [.. comparison.Rows.SelectMany(row => row.Runs).Where(run => run.Options.Curriculum.Grow)];
        lines.AddRange(growing.Select((run, i) => new Series(
            i == 0 ? "instance size" : "",
            "size",
            Points(run, step => step.Difficulty is { } level ? level / (double)Math.Max(1, run.Task.FullLevel) : 1))));
        RecordedRun[] opening =
            [.. comparison.Rows.SelectMany(row => row.Runs).Where(run => run.Options.Curriculum.Frontier > 0)];
        lines.AddRange(opening.Select((run, i) => new Series(
            i == 0 ? "classes asked" : "",
            "classes-asked",
            Points(run, step => step.OpenClasses / (double)Math.Max(1, run.Task.Classes.Length)))));
        return new LineChart(
            "Targets that count, and difficulty",
            "The share of targets that were not idk, and how far the instance size and the classes asked have grown, against steps.",
            "steps of X",
            Axis.Linear(Values(step => step.Step)),
            Axis.Share,
            lines.ToImmutable());
    }

    /// <summary>One line a run, the first of each row with a label.</summary>
    private ImmutableArray<Series> Lines(Func<RecordedRun, ImmutableArray<(double X, double Y)>> points) =>
    [
        .. from row in comparison.Rows
           from run in row.Runs
           select new Series(run == row.Runs[0] ? LabelOf(row) : "", row.Method.Words.Style + Shade(row), points(run)),
    ];

    private string LabelOf(ComparisonRow row) =>
        comparison.NumberOf(row) is { } number ? $"{number} {row.Method.Words.Label}" : row.Method.Words.Label;

    /// <summary>Variants of one method differ in their shade.</summary>
    private string Shade(ComparisonRow row)
    {
        ComparisonRow[] same = [.. comparison.Rows.Where(other => other.Method == row.Method)];
        return same.Length == 1 ? "" : $" shade{Array.IndexOf(same, row) % 4}";
    }

    private static ImmutableArray<(double X, double Y)> Points(RecordedRun run, Func<RecordedStep, double?> figure) =>
        [.. run.Curve.Where(step => figure(step) is not null).Select(step => ((double)step.Step, figure(step)!.Value))];
}
