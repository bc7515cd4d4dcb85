using System.Collections.Immutable;
using System.Text;

namespace Oversight.Training.Reports;

/// <summary>Lines over an axis, as a drawing that scales with the page. Labels stand at the lines' ends.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Description">What it shows, for those who cannot see it.</param>
/// <param name="XTitle">What is on the horizontal axis; empty for none.</param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="Lines">The lines.</param>
internal sealed record LineChart(string Title, string Description, string XTitle, Axis X, Axis Y, ImmutableArray<Series> Lines)
{
    private const double LabelGap = 15;
    private const int MostLabels = 13;

    /// <summary>The size in units of which a letter is 12 high.</summary>
    public (double Width, double Height) Size { get; init; } = (400, 250);

    /// <summary>Whether it is one of many small ones: fewer ticks, no labels at the lines.</summary>
    public bool IsSmall { get; init; }

    private Plot Area => new(
        Left: IsSmall ? 26 : 42,
        Top: 10,
        Right: Size.Width - (IsSmall ? 17 : RightMargin),
        Bottom: Size.Height - (XTitle.Length > 0 ? 40 : 22));

    private double RightMargin => Lines.All(line => line.Name.Length == 0) ? 14 : 12 + 7 * Lines.Max(line => line.Name.Length);

    /// <summary>Writes it.</summary>
    /// <param name="html">Where to.</param>
    public void Write(HtmlWriter html)
    {
        using (html.In("figure", ("class", IsSmall ? "chart small" : "chart")))
        {
            html.Line("figcaption", Title);
            string title = html.NextId();
            string description = html.NextId();
            using (html.In(
                "svg",
                ("viewBox", $"0 0 {HtmlWriter.Number(Size.Width)} {HtmlWriter.Number(Size.Height)}"),
                ("role", "img"),
                ("aria-labelledby", $"{title} {description}")))
            {
                html.Line("title", Title, ("id", title));
                html.Line("desc", Description, ("id", description));
                WriteAxes(html);
                foreach (Series line in Lines)
                    WriteLine(html, line);
                if (!IsSmall)
                    WriteLabels(html);
            }
        }
    }

    private void WriteAxes(HtmlWriter html)
    {
        foreach (double tick in IsSmall ? [Y.Ticks[0], Y.Ticks[^1]] : Y.Ticks)
        {
            double y = Area.Y(Y.At(tick));
            html.Empty("line", ("class", "grid"), ("x1", Of(Area.Left)), ("x2", Of(Area.Right)), ("y1", Of(y)), ("y2", Of(y)));
            html.Line("text", Axis.Label(tick), ("class", "tick end"), ("x", Of(Area.Left - 6)), ("y", Of(y + 4)));
        }

        foreach (double tick in IsSmall ? [X.Low, X.High] : X.Ticks)
        {
            double x = Area.X(X.At(tick));
            html.Empty("line", ("class", "mark"), ("x1", Of(x)), ("x2", Of(x)), ("y1", Of(Area.Bottom)), ("y2", Of(Area.Bottom + 4)));
            html.Line("text", Axis.Label(tick), ("class", "tick middle"), ("x", Of(x)), ("y", Of(Area.Bottom + 17)));
        }

        if (XTitle.Length > 0)
            html.Line("text", XTitle, ("class", "axis middle"), ("x", Of((Area.Left + Area.Right) / 2)), ("y", Of(Size.Height - 6)));
    }

    private void WriteLine(HtmlWriter html, Series line)
    {
        if (line.Points.IsEmpty)
            return;
        var path = new StringBuilder();
        foreach ((double x, double y) in line.Thinned)
            path.Append(path.Length == 0 ? 'M' : 'L').Append(Of(Area.X(X.At(x)))).Append(' ').Append(Of(Area.Y(Y.At(y))));
        html.Empty("path", ("class", $"line {line.Style}"), ("d", path.ToString()));
        (double lastX, double lastY) = line.Points[^1];
        if (!IsSmall || line.Points.Length == 1)
            html.Empty("circle", ("class", $"dot {line.Style}"), ("cx", Of(Area.X(X.At(lastX)))), ("cy", Of(Area.Y(Y.At(lastY)))), ("r", "3"));
    }

    /// <summary>Labels at the right edge, moved apart where lines end close to each other.</summary>
    private void WriteLabels(HtmlWriter html)
    {
        Series[] named =
        [
            .. Lines.Where(line => line.Name.Length > 0 && !line.Points.IsEmpty).OrderBy(EndOf).Take(MostLabels),
        ];
        double[] places = Spread([.. named.Select(EndOf)], LabelGap, Area.Bottom);
        for (int i = 0; i < named.Length; i++)
            html.Line("text", named[i].Name, ("class", $"name {named[i].Style}"), ("x", Of(Area.Right + 8)), ("y", Of(places[i] + 4)));
    }

    /// <summary>Places at least a gap apart, in the order given, as near as may be to where they were wanted.</summary>
    /// <param name="wanted">Rising.</param>
    /// <param name="gap">The least distance.</param>
    /// <param name="end">The largest place allowed, if all fit.</param>
    public static double[] Spread(double[] wanted, double gap, double end)
    {
        double[] places = [.. wanted];
        for (int i = 1; i < places.Length; i++)
            places[i] = Math.Max(places[i], places[i - 1] + gap);
        for (int i = places.Length - 1; i >= 0; i--)
            places[i] = Math.Min(places[i], i == places.Length - 1 ? end : places[i + 1] - gap);
        return places;
    }

    private double EndOf(Series line) => Area.Y(Y.At(line.Points[^1].Y));

    private static string Of(double value) => HtmlWriter.Number(value);
}
