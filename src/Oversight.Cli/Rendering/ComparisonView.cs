using Oversight.Training.Comparisons;
using Oversight.Training.Options;
using Spectre.Console;

namespace Oversight.Cli.Rendering;

/// <summary>Comparisons as tables.</summary>
internal static class ComparisonView
{
    private const int MostClasses = 6;

    /// <summary>Prints them.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="comparisons">The comparisons.</param>
    public static void Write(IAnsiConsole console, IEnumerable<Comparison> comparisons)
    {
        foreach (Comparison comparison in comparisons)
        {
            console.WriteLine();
            console.MarkupLine($"[bold]{Markup.Escape(comparison.TaskName)} · {comparison.Preset}[/]");
            TableOf(comparison).Write(console);
            if (comparison.NoteOnClasses(MostClasses) is { Length: > 0 } note)
                console.MarkupLine($"[grey]{note.Trim()}[/]");
            foreach (string line in comparison.Notes)
                console.MarkupLine($"[grey]{Markup.Escape(line)}[/]");
        }

        console.MarkupLine(
            "[grey]Accuracy of X (its teacher) on held-out contexts; ± the longer side of the 95 % interval, "
            + "over seeds or, of one seed, over contexts.[/]");
    }

    private static FigureTable TableOf(Comparison comparison)
    {
        var table = new FigureTable { HasRowSeparators = true };
        table.AddColumn("method", Justify.Left);
        foreach (string heading in (string[])
            ["overall", .. comparison.SomeClasses(MostClasses), "minus\nsuperv.", .. CostColumn.Of(comparison).Select(Heading), .. comparison.HasErrors ? (string[])["at 10 %\nerror"] : []])
        {
            table.AddColumn(Markup.Escape(heading));
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
            Name(row),
            Share(row.Teacher),
            .. comparison.SomeClasses(MostClasses).Select(label => Share(row.TeacherOn(label))),
            $"{ComparisonText.Difference(difference)}\n[grey]{Margin(difference)}[/]",
            .. CostColumn.Of(comparison).Select(column => column.Text(row)),
            .. comparison.HasErrors ? (string[])[Share(comparison.WithErrors(row)?.Teacher)] : [],
        ];
    }

    /// <summary>The heading of a column of costs, its last word on a line of its own.</summary>
    private static string Heading(CostColumn column)
    {
        int space = column.Heading.LastIndexOf(' ');
        return space < 0 ? column.Heading : $"{column.Heading[..space]}\n{column.Heading[(space + 1)..]}";
    }

    private static string Name(ComparisonRow row)
    {
        string variant = row.Variant.Length == 0 ? "" : $"\n{Markup.Escape(row.Variant)}";
        string seeds = row.Runs.Length == 1 ? "seed" : "seeds";
        return $"[bold]{Setting.Format(row.Method)}[/]{variant}\n[grey]{seeds} {string.Join(", ", row.Seeds)}[/]";
    }

    private static string Share(Estimate? estimate) =>
        estimate is null ? "-" : $"{Figures.ColouredShare(estimate.Mean)}\n[grey]{Margin(estimate)}[/]";

    /// <summary>The longer side of an interval: <c>±.012</c>.</summary>
    private static string Margin(Estimate? estimate) =>
        estimate is { HasInterval: true } ? "±" + Figures.Share(estimate.Margin).TrimStart('0') : "";
}
