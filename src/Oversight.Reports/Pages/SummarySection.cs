using Oversight.Reports.Comparisons;
using Oversight.Reports.Html;
using Oversight.Runs.Statistics;

namespace Oversight.Reports.Pages;

/// <summary>What came of it in one sentence and a few figures.</summary>
/// <param name="comparison">What it shows.</param>
internal sealed class SummarySection(Comparison comparison)
{
    private readonly ComparisonRow _best = comparison.Rows[0];

    /// <summary>Writes it.</summary>
    /// <param name="html">Where to.</param>
    public void Write(HtmlWriter html)
    {
        html.Line("h1", $"{comparison.TaskName} · {comparison.Preset}");
        html.Line("p", $"{Capital(comparison.Task.Summary)}.", ("class", "muted"));
        html.Line("p", Verdict(), ("class", "lead"));
        using (html.In("div", ("class", "tiles")))
        {
            Tile(html, "X answers right", Wording.Percent(_best.Teacher.Mean), Bracket(_best.Teacher));
            Tile(html, "with Amplify", Wording.Percent(_best.Amplified.Mean), Bracket(_best.Amplified));
            if (comparison.MinusSupervised(_best) is { } difference)
                Tile(html, "minus supervised", FigureText.Difference(difference), FigureText.DifferenceInterval(difference));
            Tile(html, "human queries", FigureText.Count(_best.HumanQueries), $"{FigureText.Count(_best.HumanDecisions)} decisions");
            Tile(html, "labels", FigureText.Count(_best.Labels), "true answers seen in training");
            if (_best.RewardQueries > 0)
                Tile(html, "reward queries", FigureText.Count(_best.RewardQueries), "verdicts of an external verifier");
            if (_best.JudgeLookUps > 0)
                Tile(html, "judge look-ups", FigureText.Count(_best.JudgeLookUps), "facts that a judge looked up");
            Tile(html, "time", Wording.Time(_best.Seconds), Wording.Count(_best.Steps, "step"));
        }
    }

    private static string Bracket(Estimate estimate) => estimate.HasInterval ? $"95 % interval {FigureText.Interval(estimate)}" : "";

    private string Verdict()
    {
        string how = $"learned from {Wording.Sources(_best)}{(_best.Method.ImitatesHuman && _best.Labels == 0 ? " and no label" : "")}";
        string sentence = $"X, trained by {_best.Name}, {how}; it answers {Wording.Percent(_best.Teacher.Mean)} of held-out questions right on its own";
        return comparison.MinusSupervised(_best) is { } difference
            ? $"{sentence}, {Points(difference.Mean)} supervised learning on true answers."
            : sentence + ".";
    }

    private static string Points(double difference)
    {
        string size = (100 * Math.Abs(difference)).ToString("0.0");
        return size == "0.0" ? "as many as" : $"{size} percentage points {(difference < 0 ? "fewer" : "more")} than";
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static void Tile(HtmlWriter html, string name, string figure, string more)
    {
        using (html.In("div", ("class", "tile")))
        {
            html.Line("span", name, ("class", "muted"));
            html.Line("strong", figure);
            html.Line("small", more);
        }
    }
}
