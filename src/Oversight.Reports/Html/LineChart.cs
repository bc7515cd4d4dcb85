using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Oversight.Runs.Statistics;

namespace Oversight.Reports.Html;

/// <summary>
/// Lines over an axis, as a drawing that scales with the page. Labels stand at the lines' ends. Where no line leads from one place to
/// another there is nothing to draw: what was measured is said in words instead.
/// </summary>
/// <param name="Title">What it shows.</param>
/// <param name="Description">What it shows, for those who cannot see it.</param>
/// <param name="XTitle">What is on the horizontal axis; empty for none.</param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="Lines">The lines.</param>
internal sealed record LineChart(string Title, string Description, string XTitle, Axis X, Axis Y, ImmutableArray<Series> Lines)
{
    private const int MostLabels = 13;
    private const int MostTitleLines = 3;
    private const int MostNameLines = 3;
    private const double NameGap = 8;
    private const double Edge = 4;

    /// <summary>The largest part of the width that names at the lines' ends may take.</summary>
    private const double MostNameWidth = 0.38;

    /// <summary>The size in units of which a letter is 12 high; names that need more room make it higher.</summary>
    public (double Width, double Height) Size { get; init; } = (400, 250);

    /// <summary>Whether it is one of many small ones: fewer ticks, no labels at the lines.</summary>
    public bool IsSmall { get; init; }

    /// <summary>Whether a line leads from one place to another.</summary>
    public bool CanBeDrawn => Lines.Any(line => line.Points.Select(point => point.X).Distinct().Skip(1).Any());

    private ImmutableArray<double> XTicks => IsSmall ? [X.Low, X.High] : X.Ticks;

    private ImmutableArray<double> YTicks => IsSmall ? [Y.Ticks[0], Y.Ticks[^1]] : Y.Ticks;

    /// <summary>Writes it.</summary>
    /// <param name="html">Where to.</param>
    public void Write(HtmlWriter html)
    {
        using (html.In("figure", ("class", IsSmall ? "chart small" : "chart")))
        {
            html.Line("figcaption", Title);
            if (CanBeDrawn)
                Draw(html);
            else
                html.Line("p", InWords(), ("class", "muted"));
        }
    }

    /// <summary>Places a gap apart, in the order given, as near as may be to where they were wanted.</summary>
    /// <param name="wanted">Rising.</param>
    /// <param name="gaps">The least distance of each to the next.</param>
    /// <param name="end">The largest place allowed, if all fit.</param>
    public static double[] Spread(double[] wanted, double[] gaps, double end)
    {
        double[] places = [.. wanted];
        for (int i = 1; i < places.Length; i++)
            places[i] = Math.Max(places[i], places[i - 1] + gaps[i - 1]);
        for (int i = places.Length - 1; i >= 0; i--)
            places[i] = Math.Min(places[i], i == places.Length - 1 ? end : places[i + 1] - gaps[i]);
        return places;
    }

    private void Draw(HtmlWriter html)
    {
        Layout layout = LayOut();
        string title = html.NextId();
        string description = html.NextId();
        using (html.In(
            "svg",
            ("viewBox", $"0 0 {Of(Size.Width)} {Of(layout.Height)}"),
            ("role", "img"),
            ("aria-labelledby", $"{title} {description}")))
        {
            html.Line("title", Title, ("id", title));
            html.Line("desc", Description, ("id", description));
            WriteAxes(html, layout);
            foreach (Series line in Lines)
                WriteLine(html, layout.Area, line);
            WriteNames(html, layout);
        }
    }

    /// <summary>Measures all texts and gives the lines what room is left.</summary>
    private Layout LayOut()
    {
        Series[] named = IsSmall
            ? []
            :
            [
                .. Lines.Where(line => line.Name.Length > 0 && !line.Points.IsEmpty)
                    .OrderByDescending(line => Y.At(line.Points[^1].Y))
                    .Take(MostLabels),
            ];
        ImmutableArray<ImmutableArray<string>> names =
            [.. named.Select(line => TextWidth.Wrap(line.Name, MostNameWidth * Size.Width, MostNameLines, isBold: true))];
        ImmutableArray<string> title = XTitle.Length == 0 ? [] : TextWidth.Wrap(XTitle, Size.Width - 2 * Edge, MostTitleLines);
        double left = Math.Max(IsSmall ? 26 : 42, YTicks.Max(tick => TextWidth.Of(Axis.Label(tick))) + 6 + Edge);
        double right = Size.Width - Math.Max(
            TextWidth.Of(Axis.Label(XTicks[^1])) / 2 + Edge,
            names.IsEmpty ? 14 : NameGap + Edge + names.SelectMany(lines => lines).Max(line => TextWidth.Of(line, isBold: true)));
        const double top = 12;
        double below = 22 + (title.IsEmpty ? 0 : 3 + TextWidth.LineHeight * title.Length);
        double height = Math.Max(Size.Height - below - top, TextWidth.LineHeight * names.Sum(lines => lines.Length));
        return new Layout(new Plot(left, top, right, top + height), top + height + below, title, [.. named], names);
    }

    private void WriteAxes(HtmlWriter html, Layout layout)
    {
        Plot area = layout.Area;
        foreach (double tick in YTicks)
        {
            double y = area.Y(Y.At(tick));
            html.Empty("line", ("class", "grid"), ("x1", Of(area.Left)), ("x2", Of(area.Right)), ("y1", Of(y)), ("y2", Of(y)));
            html.Line("text", Axis.Label(tick), ("class", "tick end"), ("x", Of(area.Left - 6)), ("y", Of(y + 4)));
        }

        foreach (double tick in XTicks)
        {
            double x = area.X(X.At(tick));
            html.Empty("line", ("class", "mark"), ("x1", Of(x)), ("x2", Of(x)), ("y1", Of(area.Bottom)), ("y2", Of(area.Bottom + 4)));
            html.Line("text", Axis.Label(tick), ("class", "tick middle"), ("x", Of(x)), ("y", Of(area.Bottom + 17)));
        }

        if (layout.Title.IsEmpty)
            return;
        double half = layout.Title.Max(line => TextWidth.Of(line)) / 2 + Edge;
        double middle = Math.Clamp((area.Left + area.Right) / 2, half, Math.Max(half, Size.Width - half));
        for (int i = 0; i < layout.Title.Length; i++)
        {
            double y = layout.Height - 6 - TextWidth.LineHeight * (layout.Title.Length - 1 - i);
            html.Line("text", layout.Title[i], ("class", "axis middle"), ("x", Of(middle)), ("y", Of(y)));
        }
    }

    private void WriteLine(HtmlWriter html, Plot area, Series line)
    {
        if (line.Points.IsEmpty)
            return;
        var path = new StringBuilder();
        foreach ((double x, double y) in line.Thinned)
            path.Append(path.Length == 0 ? 'M' : 'L').Append(Of(area.X(X.At(x)))).Append(' ').Append(Of(area.Y(Y.At(y))));
        html.Empty("path", ("class", $"line {line.Style}"), ("d", path.ToString()));
        if (IsSmall && line.Points.Length > 1)
            return;
        (double lastX, double lastY) = line.Points[^1];
        (string x, string y) last = (Of(area.X(X.At(lastX))), Of(area.Y(Y.At(lastY))));
        html.Empty("circle", ("class", $"dot {line.Style}"), ("cx", last.x), ("cy", last.y), ("r", "3"));
    }

    /// <summary>Names at the right edge, moved apart where lines end close to each other.</summary>
    private void WriteNames(HtmlWriter html, Layout layout)
    {
        double[] heights = [.. layout.Names.Select(lines => TextWidth.LineHeight * lines.Length)];
        double[] places = Spread(
            [.. layout.Named.Select(line => layout.Area.Y(Y.At(line.Points[^1].Y)))],
            heights,
            heights.Length == 0 ? 0 : layout.Area.Bottom - heights[^1] + TextWidth.LineHeight);
        for (int i = 0; i < heights.Length; i++)
        {
            for (int line = 0; line < layout.Names[i].Length; line++)
            {
                html.Line(
                    "text",
                    layout.Names[i][line],
                    ("class", $"name {layout.Named[i].Style}"),
                    ("x", Of(layout.Area.Right + NameGap)),
                    ("y", Of(places[i] + 4 + TextWidth.LineHeight * line)));
            }
        }
    }

    /// <summary>What was measured, where it is not enough for a drawing.</summary>
    private string InWords()
    {
        Series[] measured = [.. Lines.Where(line => !line.Points.IsEmpty)];
        if (measured.Length == 0)
            return "Not drawn: nothing was measured.";
        string figures = string.Join("; ", measured.Take(MostLabels).Select(Describe));
        string more = measured.Length > MostLabels ? $"; and {measured.Length - MostLabels} more" : "";
        string axis = XTitle.Length > 0 ? $" on the axis of {XTitle}" : "";
        string start = measured.Length == 1 ? "Not drawn, for there is" : "Not drawn, for each line has";
        return $"{start} only one place{axis}: {figures}{more}.";
    }

    private static string Describe(Series line)
    {
        (double x, double y) = line.Points[^1];
        string name = line.Name.Length > 0 ? line.Name + " " : "";
        string count = line.Points.Length == 1 ? "" : $", the last of {line.Points.Length}";
        return $"{name}{FigureText.Number(y)} at {x.ToString("#,0.###", CultureInfo.InvariantCulture)}{count}";
    }

    private static string Of(double value) => HtmlWriter.Number(value);

    /// <summary>Where everything goes.</summary>
    /// <param name="Area">Where the lines are.</param>
    /// <param name="Height">The drawing's height.</param>
    /// <param name="Title">What is on the horizontal axis, line by line.</param>
    /// <param name="Named">The lines that have a name at their end, from the highest end to the lowest.</param>
    /// <param name="Names">The names, line by line.</param>
    private readonly record struct Layout(
        Plot Area, double Height, ImmutableArray<string> Title, ImmutableArray<Series> Named, ImmutableArray<ImmutableArray<string>> Names);
}
