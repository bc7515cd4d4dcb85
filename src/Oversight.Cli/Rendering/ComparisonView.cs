using Oversight.Reports.Comparisons;
using Oversight.Runs.Statistics;
using Spectre.Console;

namespace Oversight.Cli.Rendering;

/// <summary>Comparisons as tables.</summary>
internal static class ComparisonView
{
    private const int MostClasses = 5;
    private const int LongestHeading = 8;

    /// <summary>Prints them.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="comparisons">The comparisons.</param>
    public static void Write(IAnsiConsole console, IEnumerable<Comparison> comparisons)
    {
        foreach (Comparison comparison in comparisons)
        {
            console.WriteLine();
            console.MarkupLine($"[bold]{Terminal.Text(comparison.TaskName)} · {Terminal.Text(comparison.Preset)}[/]");
            TableOf(ComparisonTable.Of(comparison, MostClasses)).Write(console);
            if (comparison.NoteOnClasses(MostClasses) is { Length: > 0 } note)
                console.MarkupLine($"[grey]{note.Trim()}[/]");
            foreach (string line in (string[])[.. comparison.Notes, .. comparison.LeftOutLines])
                console.MarkupLine($"[grey]{Terminal.Text(line)}[/]");
        }

        console.MarkupLine(
            "[grey]Accuracy of X (its teacher) on held-out contexts; ± the longer side of the 95 % interval: over seeds and contexts, or, "
            + "of one seed, of that run over contexts.[/]");
    }

    private static FigureTable TableOf(ComparisonTable comparison)
    {
        var table = new FigureTable { HasRowSeparators = true };
        table.AddColumn("method", Justify.Left);
        foreach (ComparisonColumn column in comparison.Columns)
            table.AddColumn(Heading(column));
        foreach (ComparisonTableRow row in comparison.Rows)
            table.AddRow([Name(row), .. row.Cells.Select(Cell)]);
        return table;
    }

    /// <summary>The heading of a column, its words on a few short lines.</summary>
    private static string Heading(ComparisonColumn column)
    {
        var lines = new List<string>();
        string heading = column.Kind == ColumnKind.Difference ? "minus superv." : PlainText.Of(column.Heading);
        foreach (string word in heading.Split(' '))
        {
            if (lines.Count > 0 && lines[^1].Length + word.Length < LongestHeading)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        }

        return Markup.Escape(string.Join('\n', lines));
    }

    private static string Name(ComparisonTableRow row)
    {
        string variant = row.Variant.Length == 0 ? "" : $"\n{Terminal.Text(row.Variant)}";
        string seeds = row.Source.Runs.Length == 1 ? "seed" : "seeds";
        return $"[bold]{row.Method}[/]{variant}\n[grey]{seeds} {string.Join(", ", row.Source.Seeds)}[/]";
    }

    private static string Cell(ComparisonCell cell)
    {
        string figure = cell is { Column.Kind: ColumnKind.Share, Estimate: { } share }
            ? $"[{Figures.Colour(share.Mean)}]{cell.Figure}[/]"
            : cell.Figure;
        return cell.Estimate is { HasInterval: true } estimate ? $"{figure}\n[grey]±{Margin(estimate)}[/]" : figure;
    }

    /// <summary>The longer side of an interval: <c>.012</c>.</summary>
    private static string Margin(Estimate estimate) => Figures.Share(estimate.Margin).TrimStart('0');
}
