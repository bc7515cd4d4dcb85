using System.Collections.Immutable;
using Oversight.Reports.Comparisons;
using Oversight.Reports.Html;
using Oversight.Runs.Rounds;

namespace Oversight.Reports.Pages;

/// <summary>How to repeat it, and every setting.</summary>
/// <param name="comparison">What it shows.</param>
internal sealed class SettingsSection(Comparison comparison)
{
    private readonly ImmutableArray<RecordedRun> _runs = [.. comparison.Rows.SelectMany(row => row.Runs)];

    /// <summary>Writes it.</summary>
    /// <param name="html">Where to.</param>
    public void Write(HtmlWriter html)
    {
        html.Line("h2", "Repeat it");
        html.Line(
            "p",
            "The same program with the same settings and seed does the same, whatever the number of threads; only the times differ.",
            ("class", "muted"));
        html.Line("pre", string.Join('\n', _runs.Select(run => "oversight " + RepeatCommand.Of(run.Options))));
        string[] versions = [.. _runs.Select(run => run.Result.Version).Where(version => version.Length > 0).Distinct()];
        if (versions.Length > 0)
            html.Line("p", $"Made with version {string.Join(" and ", versions)}.", ("class", "muted"));
        using (html.In("details", ("class", "block")))
        {
            html.Line("summary", "All settings");
            WriteTable(html);
        }
    }

    private void WriteTable(HtmlWriter html)
    {
        html.Line("p", "Marked are those that differ from the preset of the task and the method.", ("class", "muted"));
        using (html.In("div", ("class", "wide")))
        using (html.In("table", ("class", "settings")))
        {
            using (html.In("thead"))
            using (html.In("tr"))
            {
                foreach (string heading in (string[])["setting", "value", "preset", "what it does"])
                    html.Line("th", heading, ("scope", "col"));
            }

            using (html.In("tbody"))
            {
                foreach ((string path, _) in SettingDifference.All(_runs[0].Options))
                    WriteSetting(html, path);
            }
        }
    }

    private void WriteSetting(HtmlWriter html, string path)
    {
        string values = Distinct(path, run => run.Options);
        string usual = Distinct(path, run => SettingDifference.Usual(run.Options));
        using (values == usual ? html.In("tr") : html.In("tr", ("class", "changed")))
        {
            html.Line("th", path, ("scope", "row"));
            html.Line("td", values);
            html.Line("td", usual);
            html.Line("td", _runs[0].Folder.Schema.Find(path)?.Description ?? "");
        }
    }

    private string Distinct(string path, Func<RecordedRun, TrainingOptions> options) =>
        string.Join(", ", _runs.Select(run => SettingDifference.All(options(run)).First(setting => setting.Path == path).Value).Distinct());
}
