using System.Globalization;
using Oversight.Training.Comparisons;
using Spectre.Console;

namespace Oversight.Cli.Rendering;

/// <summary>Comparisons as tables.</summary>
internal static class ComparisonView
{
    /// <summary>Prints them.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="comparisons">The comparisons.</param>
    public static void Write(IAnsiConsole console, IEnumerable<Comparison> comparisons)
    {
        foreach (Comparison comparison in comparisons)
        {
            console.WriteLine();
            console.MarkupLine($"[bold]{Markup.Escape(comparison.TaskName)} · {comparison.Preset}[/]");
            console.Write(TableOf(comparison));
        }

        console.MarkupLine("[grey]Accuracy of X (its teacher) on held-out contexts; below it the 95 % interval over seeds, or over contexts where there is one seed.[/]");
    }

    private static Table TableOf(Comparison comparison)
    {
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = new Style(Color.Grey), ShowRowSeparators = true };
        table.AddColumn(new TableColumn("method").NoWrap());
        foreach (string heading in (string[])
            ["overall", .. comparison.Classes, "minus supervised", "human queries", "labels", "steps", "seconds"])
        {
            table.AddColumn(new TableColumn(Markup.Escape(heading)).RightAligned());
        }

        foreach (ComparisonRow row in comparison.Rows)
            table.AddRow([.. Cells(comparison, row)]);
        return table;
    }

    private static IEnumerable<string> Cells(Comparison comparison, ComparisonRow row)
    {
        Estimate? difference = comparison.MinusSupervised(row);
        return
        [
            $"[bold]{Markup.Escape(row.Name)}[/]\n[grey]{(row.Runs.Length == 1 ? "seed" : "seeds")} {string.Join(", ", row.Seeds)}[/]",
            Share(row.Teacher),
            .. comparison.Classes.Select(label => Share(row.TeacherOn(label))),
            $"{ComparisonText.Difference(difference)}\n[grey]{ComparisonText.DifferenceInterval(difference)}[/]",
            ComparisonText.Count(row.HumanQueries),
            ComparisonText.Count(row.Labels),
            ComparisonText.Count(row.Steps),
            ComparisonText.Seconds(row.Seconds),
        ];
    }

    private static string Share(Estimate? estimate) => estimate is null
        ? "-"
        : $"{Figures.ColouredShare(estimate.Mean)}\n[grey]{Short(estimate)}[/]";

    /// <summary>An interval in few letters: <c>.981-.994</c>.</summary>
    private static string Short(Estimate estimate) => estimate.HasInterval ? $"{Short(estimate.Low)}-{Short(estimate.High)}" : "";

    private static string Short(double share) => share >= 0.9995 ? "1" : share.ToString("F3", CultureInfo.InvariantCulture).TrimStart('0');
}
