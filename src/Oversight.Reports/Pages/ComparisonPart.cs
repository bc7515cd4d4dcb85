using Oversight.Reports.Comparisons;
using Oversight.Reports.Html;

namespace Oversight.Reports.Pages;

/// <summary>All about one task at one size.</summary>
/// <param name="comparison">What it shows.</param>
internal sealed class ComparisonPart(Comparison comparison)
{
    /// <summary>Writes it.</summary>
    /// <param name="html">Where to.</param>
    public void Write(HtmlWriter html)
    {
        using (html.In("article", ("id", ReportPage.AnchorOf(comparison))))
        {
            new SummarySection(comparison).Write(html);
            new TableSection(comparison).Write(html);
            new CurveSection(comparison).Write(html);
            new ClassSection(comparison).Write(html);
            new FailureSection(comparison).Write(html);
            new TranscriptSection(comparison).Write(html);
            new SettingsSection(comparison).Write(html);
        }
    }
}
