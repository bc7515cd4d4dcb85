using System.Collections.Immutable;
using System.Text;
using Oversight.Reports.Comparisons;
using Oversight.Reports.Html;

namespace Oversight.Reports.Pages;

/// <summary>The page: a head, one part a task and size, and what the words mean.</summary>
/// <param name="Comparisons">What it shows.</param>
internal sealed record ReportPage(ImmutableArray<Comparison> Comparisons)
{
    private static readonly Lazy<string> Style = new(ReadStyle);

    /// <summary>The text.</summary>
    public string Write()
    {
        var html = new HtmlWriter();
        using (html.In("html", ("lang", "en")))
        {
            WriteHead(html, "Oversight: " + string.Join(", ", Comparisons.Select(comparison => $"{comparison.TaskName} ({comparison.Preset})")));
            using (html.In("body"))
            using (html.In("main"))
            {
                WriteTop(html);
                foreach (Comparison comparison in Comparisons)
                    new ComparisonPart(comparison).Write(html);
                Glossary.Write(html);
            }
        }

        return html.ToString();
    }

    /// <summary>The anchor of a comparison.</summary>
    public static string AnchorOf(Comparison comparison) => $"{comparison.TaskName}-{comparison.Preset}".Replace(':', '-');

    /// <summary>Writes what every page begins with.</summary>
    public static void WriteHead(HtmlWriter html, string title)
    {
        using (html.In("head"))
        {
            html.Empty("meta", ("charset", "utf-8"));
            html.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
            html.Empty("meta", ("name", "color-scheme"), ("content", "light dark"));
            html.Line("title", title);
            using (html.In("style"))
                html.Raw(Style.Value);
        }
    }

    private void WriteTop(HtmlWriter html)
    {
        using (html.In("header"))
        {
            html.Line("p", "Oversight", ("class", "brand"));
            int runs = Comparisons.Sum(comparison => comparison.Rows.Sum(row => row.Runs.Length));
            html.Line("p", $"{runs} {(runs == 1 ? "run" : "runs")}, each accuracy on held-out contexts that training never drew", ("class", "muted"));
            if (Comparisons.Length < 2)
                return;
            using (html.In("nav"))
            {
                foreach (Comparison comparison in Comparisons)
                    html.Line("a", $"{comparison.TaskName} · {comparison.Preset}", ("href", "#" + AnchorOf(comparison)));
            }
        }
    }

    private static string ReadStyle()
    {
        using Stream stream = typeof(ReportPage).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
