using Oversight.Reports.Studies;
using Oversight.Runs.Statistics;
using Oversight.Runs.Studies;
using Spectre.Console;

namespace Oversight.Cli.Rendering;

/// <summary>Studies as tables: what was expected and what came, then the figures.</summary>
internal static class StudyView
{
    private const int MostRows = 14;
    private const int HeadingWidth = 14;

    /// <summary>Prints one.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="result">The study.</param>
    public static void Write(IAnsiConsole console, StudyResult result)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{Markup.Escape(result.Study.Title)}[/]");
        foreach (StudyTable table in result.Tables)
            TableOf(table).Write(console);
        WriteFindings(console, result, ExpectationKind.MustHappen);
        WriteFindings(console, result, ExpectationKind.MustFail);
    }

    private static void WriteFindings(IAnsiConsole console, StudyResult result, ExpectationKind kind)
    {
        if (result.Findings.Any(finding => finding.Expected.Kind == kind))
            FindingsOf(result, kind).Write(console);
    }

    private static FigureTable FindingsOf(StudyResult result, ExpectationKind kind)
    {
        var table = new FigureTable();
        table.AddText(VerdictText.Heading(kind).ToLowerInvariant());
        table.AddText("range");
        table.AddColumn("measured");
        table.AddText("verdict");
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

    private static FigureTable TableOf(StudyTable study)
    {
        var table = new FigureTable { Title = Markup.Escape(study.Title) };
        table.AddColumn(Markup.Escape(study.RowName), study.Places.IsEmpty ? Justify.Left : Justify.Right);
        foreach ((string name, _) in study.Columns)
            table.AddColumn(InLines(Markup.Escape(name)));
        for (int i = study.Places.IsEmpty ? 0 : Math.Max(0, study.Rows.Length - MostRows); i < study.Rows.Length; i++)
            table.AddRow([Markup.Escape(study.Rows[i]), .. study.Columns.Select(column => Share(column.Values[i]))]);

        return table;
    }

    private static string Share(Estimate estimate) => double.IsNaN(estimate.Mean) ? "-" : FigureText.Number(estimate.Mean);

    /// <summary>A heading in lines of no more than a few words, so that many columns fit side by side.</summary>
    private static string InLines(string heading)
    {
        var lines = new List<string> { "" };
        foreach (string word in heading.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + word.Length >= HeadingWidth)
                lines.Add(word);
            else
                lines[^1] = $"{lines[^1]} {word}".TrimStart();
        }

        return string.Join('\n', lines);
    }
}
