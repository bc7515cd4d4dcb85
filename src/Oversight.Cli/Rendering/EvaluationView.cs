using Oversight.Runs.Evaluation;
using Oversight.Runs.Folders;
using Oversight.Runs.Statistics;
using Spectre.Console;

namespace Oversight.Cli.Rendering;

/// <summary>Accuracies on a set of questions as a table.</summary>
internal static class EvaluationView
{
    /// <summary>Prints it.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="run">What was measured.</param>
    /// <param name="report">The figures.</param>
    public static void Write(IAnsiConsole console, TrainedRun run, EvaluationReport report)
    {
        string amplifier = run.Options.Method.ImitatesHuman ? "H'" : "H";
        console.MarkupLine(
            $"[bold]{Markup.Escape(Figures.Title(run.Options))}[/]  "
            + $"[grey]{Figures.Count(report.Questions)} questions about {Figures.Count(report.Contexts)} {(report.HeldOut ? "held-out contexts" : "contexts that training draws from")}[/]");
        if (run.Origin.Note is { Length: > 0 } origin)
            console.MarkupLine($"[yellow]{Markup.Escape(origin)}[/]");
        if (report.ContextNote is { Length: > 0 } contexts)
            console.MarkupLine($"[yellow]{Markup.Escape(contexts)}[/]");
        var table = new FigureTable();
        table.AddColumn("questions", Justify.Left);
        foreach (string heading in (string[])["student", "teacher", $"Amplify^{amplifier}(X)"])
            table.AddColumn(heading, Justify.Left);
        foreach (EvaluationRow row in report.ByClass)
            AddRow(table, row, "default");
        AddRow(table, report.Overall, "bold");
        table.Write(console);
        console.MarkupLine("[grey]The student is X as trained, the teacher its average over the last steps: the X to ask.[/]");
        console.MarkupLine("[grey]In brackets 95 % intervals that count the questions about one context together, not each as new evidence.[/]");
    }

    private static void AddRow(FigureTable table, EvaluationRow row, string style) => table.AddRow(
        $"[{style}]{Markup.Escape(row.Class)}[/]",
        Cell(row.Student),
        Cell(row.Teacher),
        Cell(row.Amplified));

    private static string Cell(ClusteredAccuracy accuracy)
    {
        (double low, double high) = accuracy.Interval();
        return $"{Figures.ColouredShare(accuracy.Total.Share)} [grey]({Figures.Share(low)}-{Figures.Share(high)})[/]";
    }
}
