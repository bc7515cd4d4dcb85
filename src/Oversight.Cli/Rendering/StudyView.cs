using Oversight.Training.Comparisons;
using Oversight.Training.Experiments;
using Spectre.Console;

namespace Oversight.Cli.Rendering;

/// <summary>Studies as tables: what was expected and what came, then the figures.</summary>
internal static class StudyView
{
    private const int MostRows = 14;

    /// <summary>Prints one.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="result">The study.</param>
    public static void Write(IAnsiConsole console, StudyResult result)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{Markup.Escape(result.Study.Title)}[/]");
        foreach (StudyTable table in result.Tables)
            console.Write(TableOf(table));
        WriteFindings(console, result, ExpectationKind.MustHappen);
        WriteFindings(console, result, ExpectationKind.MustFail);
    }

    private static void WriteFindings(IAnsiConsole console, StudyResult result, ExpectationKind kind)
    {
        if (result.Findings.Any(finding => finding.Expected.Kind == kind))
            console.Write(FindingsOf(result, kind));
    }

    private static Table FindingsOf(StudyResult result, ExpectationKind kind)
    {
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = new Style(Color.Grey) };
        table.AddColumns(
            new TableColumn(VerdictText.Heading(kind).ToLowerInvariant()),
            new TableColumn("range"),
            new TableColumn("measured").RightAligned().NoWrap(),
            new TableColumn("verdict"));
        foreach (Finding finding in result.Findings.Where(finding => finding.Expected.Kind == kind))
        {
            string colour = finding.Verdict switch { Verdict.Holds => "green", Verdict.Fails => "red", _ => "yellow" };
            table.AddRow(
                $"{Markup.Escape(finding.Expected.Statement)} [grey]({Markup.Escape(finding.Expected.Source)})[/]",
                finding.Expected.Range,
                StudyMarkdown.Figure(finding.Measured),
                $"[{colour}]{Markup.Escape(VerdictText.Of(finding))}[/]");
        }

        return table;
    }

    private static Table TableOf(StudyTable study)
    {
        var table = new Table
        {
            Title = new TableTitle(Markup.Escape(study.Title)),
            Border = TableBorder.Rounded,
            BorderStyle = new Style(Color.Grey),
        };
        var rows = new TableColumn(Markup.Escape(study.RowName));
        table.AddColumn(study.Places.IsEmpty ? rows.LeftAligned() : rows.RightAligned());
        foreach ((string name, _) in study.Columns)
            table.AddColumn(new TableColumn(Markup.Escape(name)).RightAligned());
        for (int i = study.Places.IsEmpty ? 0 : Math.Max(0, study.Rows.Length - MostRows); i < study.Rows.Length; i++)
            table.AddRow([Markup.Escape(study.Rows[i]), .. study.Columns.Select(column => Share(column.Values[i]))]);

        return table;
    }

    private static string Share(Estimate estimate) => double.IsNaN(estimate.Mean) ? "-" : ComparisonText.Number(estimate.Mean);
}
