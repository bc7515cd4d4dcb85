using System.Text;
using Oversight.Runs.Statistics;

namespace Oversight.Reports.Comparisons;

/// <summary>Comparisons as Markdown tables, for documents.</summary>
public static class ComparisonMarkdown
{
    private const int MostClasses = 12;

    /// <summary>The text of <c>compare.md</c>.</summary>
    /// <param name="comparisons">The comparisons.</param>
    public static string Write(IEnumerable<Comparison> comparisons)
    {
        var text = new StringBuilder();
        foreach (Comparison comparison in comparisons)
            Write(text, comparison);
        text.Append(FigureText.AboutIntervals).Append("\nCosts are means over seeds.\n");
        return text.ToString();
    }

    private static void Write(StringBuilder text, Comparison comparison)
    {
        var table = ComparisonTable.Of(comparison, MostClasses);
        text.Append($"### {MarkdownText.Of(comparison.TaskName)}, {MarkdownText.Of(comparison.Preset)}\n\n");
        Line(text, ["method", "seeds", .. table.Columns.Select(column => MarkdownText.Of(column.Heading))]);
        Line(text, [":--", "--:", .. table.Columns.Select(_ => "--:")]);
        foreach (ComparisonTableRow row in table.Rows)
            Line(text, [MarkdownText.Of(row.Name), string.Join(", ", row.Source.Seeds), .. row.Cells.Select(cell => cell.Bracketed)]);
        string[] notes = [.. comparison.Notes, .. comparison.LeftOutLines];
        if (notes.Length > 0)
            text.Append('\n');
        foreach (string note in notes)
            text.Append($"- {MarkdownText.Of(note)}\n");
        text.Append($"\n{comparison.NoteOnClasses(MostClasses).TrimStart()}{(comparison.Classes.Length > MostClasses ? "\n\n" : "")}");
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.Append($"| {string.Join(" | ", cells)} |\n");
}
