using System.Globalization;
using Oversight.Runs.Evaluation;
using Oversight.Runs.Rounds;
using Oversight.Runs.Statistics;
using Oversight.Tasks;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Oversight.Cli.Rendering;

/// <summary>Shows a run as a panel that redraws itself.</summary>
internal sealed class LiveProgress(IAnsiConsole console, TrainingOptions options, TimeProvider clock) : IProgressView
{
    private const double SecondsBetweenFrames = 0.1;
    private const int RowsAroundClasses = 14;
    private const int CurveFrom = 60;
    private readonly LiveArea _area = new(console);
    private readonly StepRate _rate = new();
    private readonly List<MeasuredStep> _measured = [];
    private AlgorithmicTask? _task;
    private RunProgress? _progress;
    private long _lastFrame;
    private volatile bool _interrupted;

    /// <summary>Shows the run while some work goes on; the panel goes away with it.</summary>
    /// <param name="work">The work.</param>
    public void Show(Action work) => _area.Run(new Text(""), clears: true, work);

    /// <inheritdoc/>
    public void OnStarted(TrainingRun run)
    {
        _task = run.Task;
        _progress = run.Progress(0);
        Draw();
    }

    /// <inheritdoc/>
    public void OnProgress(RunProgress progress)
    {
        _progress = progress;
        _rate.Observe(progress.Seconds, progress.Step);
        if (clock.GetElapsedTime(_lastFrame).TotalSeconds >= SecondsBetweenFrames)
            Draw();
    }

    /// <inheritdoc/>
    public void OnMeasured(MeasuredStep measured)
    {
        _measured.Add(measured);
        Draw();
    }

    /// <inheritdoc/>
    public void OnInterrupted() => _interrupted = true;

    private void Draw()
    {
        _lastFrame = clock.GetTimestamp();
        _area.Show(Panel());
    }

    private Rows Panel()
    {
        var panel = new Panel(new Rows(Where(), new Text(""), Accuracies(), new Text(""), Costs()))
        {
            Header = new PanelHeader($" {Markup.Escape(Figures.Title(options))} "),
            Border = BoxBorder.Rounded,
            BorderStyle = new Style(Color.Grey),
            Padding = new Padding(1, 0),
            Width = console.Profile.Width,
        };
        return new Rows(panel, new Markup(_interrupted
            ? " [yellow]ending this round, measuring, saving; Ctrl+C again ends at once[/]"
            : " [grey]Ctrl+C ends the round, measures and saves[/]"));
    }

    private Markup Where()
    {
        double left = _rate.SecondsLeft(_progress!.Seconds, _progress.Step, options.Steps, options.Minutes);
        string preparing = _progress.PreparingSteps > 0 ? $" after {Figures.Count(_progress.PreparingSteps)} preparing" : "";
        string rate = string.Create(CultureInfo.InvariantCulture, $"{_rate.PerSecond:F1} steps/s");
        return new Markup(
            $"[bold]{Markup.Escape(_progress.Phase)}[/]\n"
            + $"round [bold]{Figures.Count(_progress.Round)}[/]   step [bold]{Figures.Count(_progress.Step)}[/]{preparing}   {rate}   "
            + $"{Figures.Time(_progress.Seconds)} gone, at most {Figures.Time(left)} left");
    }

    /// <summary>Whether there is room for the curve of a class beside its figures.</summary>
    private bool HasCurves => console.Profile.Width >= CurveFrom;

    private IRenderable Accuracies()
    {
        if (_measured.Count == 0)
            return new Markup($"[grey]accuracy on held-out contexts is measured every {options.Evaluation.Every} steps of X[/]");
        MeasuredStep now = _measured[^1];
        var table = new Table { Border = TableBorder.None, ShowHeaders = true };
        table.AddColumn(new TableColumn("[grey]held out[/]").NoWrap().PadRight(2));
        table.AddColumn(new TableColumn("[grey]student[/]").RightAligned());
        table.AddColumn(new TableColumn("[grey]teacher[/]").RightAligned());
        table.AddColumn(new TableColumn("[grey]Amplify[/]").RightAligned().PadRight(2));
        if (HasCurves)
            table.AddColumn(new TableColumn("[grey]teacher so far[/]").NoWrap());
        AddRow(table, "overall", "bold", result => result.Overall);
        var shown = new ShownClasses(_task!, Math.Max(1, console.Profile.Height - RowsAroundClasses));
        foreach (string label in shown.Labels.Where(now.Teacher.ByClass.ContainsKey))
            AddRow(table, label, "default", result => result.ByClass.GetValueOrDefault(label));
        return table;
    }

    private void AddRow(Table table, string label, string style, Func<EvaluationResult, ClassAccuracy> accuracy)
    {
        MeasuredStep now = _measured[^1];
        double[] history = [.. _measured.Select(measured => accuracy(measured.Teacher).Share)];
        double teacher = history[^1];
        string[] cells =
        [
            $"[{style}]{Markup.Escape(label)}[/]",
            Figures.ColouredShare(accuracy(now.Student).Share),
            Figures.ColouredShare(teacher),
            Figures.ColouredShare(accuracy(now.Amplified).Share),
            $"[{Figures.Colour(teacher)}]{Figures.Curve(history, CurveWidth(label))}[/]",
        ];
        table.AddRow(HasCurves ? cells : cells[..^1]);
    }

    private int CurveWidth(string label) => Math.Max(8, console.Profile.Width - Math.Max(10, label.Length) - 38);

    private Markup Costs()
    {
        MeasuredStep? now = _measured.Count > 0 ? _measured[^1] : null;
        string human = _progress!.HumanModelLoss is null ? "" : $"   loss of H' [bold]{Figures.Loss(_progress.HumanModelLoss)}[/]";
        return new Markup(
            $"loss of X [bold]{Figures.Loss(_progress.AssistantLoss)}[/]{human}\n"
            + $"human queries [bold]{Figures.Count(_progress.HumanQueries)}[/]   labels [bold]{Figures.Count(now?.Ledger.Labels ?? 0)}[/]   "
            + $"difficulty [bold]{_progress.Difficulty}[/]");
    }
}
