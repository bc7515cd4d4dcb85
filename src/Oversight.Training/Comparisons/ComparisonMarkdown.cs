using System.Text;

namespace Oversight.Training.Comparisons;

/// <summary>Comparisons as Markdown tables, for documents.</summary>
public static class ComparisonMarkdown
{
    private const int MostClasses = 12;
    private const string ErrorHeading = "overall at 10 % overseer error";

    /// <summary>The text of <c>compare.md</c>.</summary>
    /// <param name="comparisons">The comparisons.</param>
    public static string Write(IEnumerable<Comparison> comparisons)
    {
        var text = new StringBuilder();
        foreach (Comparison comparison in comparisons)
            Write(text, comparison);
        text.Append("Accuracy of X (its teacher) on held-out contexts, in brackets 95 % intervals: over seeds (t), ");
        text.Append("or over contexts where there is one seed. ");
        text.Append("Costs are means over seeds.\n");
        return text.ToString();
    }

    private static void Write(StringBuilder text, Comparison comparison)
    {
        text.Append($"### {comparison.TaskName}, {comparison.Preset}\n\n");
        Line(
            text,
            [
                "method", "seeds", "overall", .. comparison.SomeClasses(MostClasses), "minus supervised", "Amplify",
                .. CostColumn.Of(comparison).Select(column => column.Heading), .. comparison.HasErrors ? (string[])[ErrorHeading] : [],
            ]);
        Line(text, [":--", .. Enumerable.Repeat("--:", comparison.SomeClasses(MostClasses).Length + (comparison.HasErrors ? 5 : 4) + CostColumn.Of(comparison).Length)]);
        foreach (ComparisonRow row in comparison.Rows)
            Line(text, Cells(comparison, row));
        if (comparison.Notes.Length > 0)
            text.Append('\n');
        foreach (string note in comparison.Notes)
            text.Append($"- {note}\n");
        text.Append($"\n{comparison.NoteOnClasses(MostClasses).TrimStart()}{(comparison.Classes.Length > MostClasses ? "\n\n" : "")}");
    }

    private static IEnumerable<string> Cells(Comparison comparison, ComparisonRow row)
    {
        Estimate? difference = comparison.MinusSupervised(row);
        return
        [
            row.Name,
            string.Join(", ", row.Seeds),
            Share(row.Teacher),
            .. comparison.SomeClasses(MostClasses).Select(label => Share(row.TeacherOn(label))),
            Bracketed(ComparisonText.Difference(difference), ComparisonText.DifferenceInterval(difference)),
            Share(row.Amplified),
            .. CostColumn.Of(comparison).Select(column => column.Text(row)),
            .. comparison.HasErrors ? (string[])[Share(comparison.WithErrors(row)?.Teacher)] : [],
        ];
    }

    private static string Share(Estimate? estimate) => Bracketed(ComparisonText.Share(estimate), ComparisonText.Interval(estimate));

    private static string Bracketed(string figure, string interval) => interval.Length == 0 ? figure : $"{figure} ({interval})";

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.Append($"| {string.Join(" | ", cells)} |\n");
}
