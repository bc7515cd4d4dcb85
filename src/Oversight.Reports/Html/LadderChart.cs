using System.Collections.Immutable;
using Oversight.Runs.Rounds;

namespace Oversight.Reports.Html;

/// <summary>One rung a class of questions: from the step at which Amplify could answer it to the step at which X could.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Rungs">The classes, easiest first.</param>
/// <param name="Steps">The last step of the run.</param>
internal sealed record LadderChart(string Title, ImmutableArray<Milestone> Rungs, int Steps)
{
    private const double Width = 400;
    private const double Rung = 26;
    private const double Bottom = 40;
    private const double Gap = 10;
    private const double Edge = 4;

    /// <summary>The largest part of the width that the classes' names may take.</summary>
    private const double MostNameWidth = 0.42;
    private const int MostNameLines = 3;

    private string Described => string.Join("; ", Rungs.Select(Describe));

    /// <summary>Writes it; in words, where nothing or one thing only happened.</summary>
    /// <param name="html">Where to.</param>
    public void Write(HtmlWriter html)
    {
        using (html.In("figure", ("class", "chart")))
        {
            html.Line("figcaption", Title);
            if (Rungs.Sum(rung => (rung.AmplifiedStep is null ? 0 : 1) + (rung.TeacherStep is null ? 0 : 1)) < 2)
                html.Line("p", $"Not drawn, for there is too little to see. {Described}.", ("class", "muted"));
            else
                Draw(html);
        }
    }

    private void Draw(HtmlWriter html)
    {
        ImmutableArray<ImmutableArray<string>> names =
            [.. Rungs.Select(rung => TextWidth.Wrap(rung.Class, MostNameWidth * Width, MostNameLines))];
        double[] heights = [.. names.Select(lines => Rung + TextWidth.LineHeight * (lines.Length - 1))];
        double left = names.SelectMany(lines => lines).Max(line => TextWidth.Of(line)) + Gap + Edge;
        Axis axis = Axis.Linear([Steps]);
        double right = Width - Math.Max(20, TextWidth.Of(Axis.Label(axis.Ticks[^1])) / 2 + Edge);
        var area = new Plot(left, 0, right, heights.Sum());
        string title = html.NextId();
        string description = html.NextId();
        using (html.In(
            "svg",
            ("viewBox", $"0 0 {Of(Width)} {Of(area.Bottom + Bottom)}"),
            ("role", "img"),
            ("aria-labelledby", $"{title} {description}")))
        {
            html.Line("title", Title, ("id", title));
            html.Line("desc", Described, ("id", description));
            WriteAxis(html, area, axis);
            for (int i = 0; i < Rungs.Length; i++)
            {
                double middle = heights.Take(i).Sum() + heights[i] / 2;
                WriteName(html, area, names[i], middle);
                WriteRung(html, area, axis, Rungs[i], middle);
            }
        }
    }

    private static string Describe(Milestone rung) => $"{rung.Class}: Amplify at {When(rung.AmplifiedStep)}, X at {When(rung.TeacherStep)}";

    private static string When(int? step) => step is { } known ? $"step {known}" : "no step yet";

    private static void WriteAxis(HtmlWriter html, Plot area, Axis axis)
    {
        foreach (double tick in axis.Ticks)
        {
            double x = area.X(axis.At(tick));
            html.Empty("line", ("class", "grid"), ("x1", Of(x)), ("x2", Of(x)), ("y1", "0"), ("y2", Of(area.Bottom)));
            html.Line("text", Axis.Label(tick), ("class", "tick middle"), ("x", Of(x)), ("y", Of(area.Bottom + 16)));
        }

        double y = area.Bottom + Bottom - 6;
        html.Line("text", "steps of X", ("class", "axis middle"), ("x", Of((area.Left + area.Right) / 2)), ("y", Of(y)));
    }

    private static void WriteName(HtmlWriter html, Plot area, ImmutableArray<string> lines, double middle)
    {
        double first = middle + 4 - TextWidth.LineHeight * (lines.Length - 1) / 2;
        for (int i = 0; i < lines.Length; i++)
        {
            double y = first + TextWidth.LineHeight * i;
            html.Line("text", lines[i], ("class", "tick end"), ("x", Of(area.Left - Gap)), ("y", Of(y)));
        }
    }

    private static void WriteRung(HtmlWriter html, Plot area, Axis axis, Milestone rung, double y)
    {
        if (rung is { AmplifiedStep: { } from, TeacherStep: { } to })
        {
            html.Empty(
                "line",
                ("class", "rung"),
                ("x1", Of(area.X(axis.At(from)))),
                ("x2", Of(area.X(axis.At(to)))),
                ("y1", Of(y)),
                ("y2", Of(y)));
        }

        if (rung.TeacherStep is { } learned)
            html.Empty("circle", ("class", "dot learned"), ("cx", Of(area.X(axis.At(learned)))), ("cy", Of(y)), ("r", "5"));
        if (rung.AmplifiedStep is { } reached)
            html.Empty("circle", ("class", "ring reached"), ("cx", Of(area.X(axis.At(reached)))), ("cy", Of(y)), ("r", "7"));
    }

    private static string Of(double value) => HtmlWriter.Number(value);
}
