using System.Collections.Immutable;
using Oversight.Training.Runs;

namespace Oversight.Training.Reports;

/// <summary>One rung a class of questions: from the step at which Amplify could answer it to the step at which X could.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Rungs">The classes, easiest first.</param>
/// <param name="Steps">The last step of the run.</param>
internal sealed record LadderChart(string Title, ImmutableArray<Milestone> Rungs, int Steps)
{
    private const double Width = 400;
    private const double Rung = 26;
    private const double Bottom = 40;

    private double Height => Rungs.Length * Rung + Bottom;

    private Plot Area => new(14 + 7 * Rungs.Max(rung => rung.Class.Length), 0, Width - 20, Height - Bottom);

    /// <summary>Writes it.</summary>
    /// <param name="html">Where to.</param>
    public void Write(HtmlWriter html)
    {
        Axis axis = Axis.Linear([Steps]);
        using (html.In("figure", ("class", "chart")))
        {
            html.Line("figcaption", Title);
            string title = html.NextId();
            string description = html.NextId();
            using (html.In("svg", ("viewBox", $"0 0 {Of(Width)} {Of(Height)}"), ("role", "img"), ("aria-labelledby", $"{title} {description}")))
            {
                html.Line("title", Title, ("id", title));
                html.Line("desc", string.Join("; ", Rungs.Select(Describe)), ("id", description));
                WriteAxis(html, axis);
                for (int i = 0; i < Rungs.Length; i++)
                    WriteRung(html, axis, Rungs[i], (i + 0.5) * Rung);
            }
        }
    }

    private static string Describe(Milestone rung) => $"{rung.Class}: Amplify at {When(rung.AmplifiedStep)}, X at {When(rung.TeacherStep)}";

    private static string When(int? step) => step is { } known ? $"step {known}" : "no step yet";

    private void WriteAxis(HtmlWriter html, Axis axis)
    {
        foreach (double tick in axis.Ticks)
        {
            double x = Area.X(axis.At(tick));
            html.Empty("line", ("class", "grid"), ("x1", Of(x)), ("x2", Of(x)), ("y1", "0"), ("y2", Of(Area.Bottom)));
            html.Line("text", Axis.Label(tick), ("class", "tick middle"), ("x", Of(x)), ("y", Of(Area.Bottom + 16)));
        }

        html.Line("text", "steps of X", ("class", "axis middle"), ("x", Of((Area.Left + Area.Right) / 2)), ("y", Of(Height - 6)));
    }

    private void WriteRung(HtmlWriter html, Axis axis, Milestone rung, double y)
    {
        html.Line("text", rung.Class, ("class", "tick end"), ("x", Of(Area.Left - 10)), ("y", Of(y + 4)));
        if (rung is { AmplifiedStep: { } from, TeacherStep: { } to })
        {
            html.Empty(
                "line", ("class", "rung"), ("x1", Of(Area.X(axis.At(from)))), ("x2", Of(Area.X(axis.At(to)))), ("y1", Of(y)), ("y2", Of(y)));
        }

        if (rung.TeacherStep is { } learned)
            html.Empty("circle", ("class", "dot learned"), ("cx", Of(Area.X(axis.At(learned)))), ("cy", Of(y)), ("r", "5"));
        if (rung.AmplifiedStep is { } reached)
            html.Empty("circle", ("class", "ring reached"), ("cx", Of(Area.X(axis.At(reached)))), ("cy", Of(y)), ("r", "7"));
    }

    private static string Of(double value) => HtmlWriter.Number(value);
}
