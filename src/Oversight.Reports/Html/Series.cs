using System.Collections.Immutable;

namespace Oversight.Reports.Html;

/// <summary>One line of a chart.</summary>
/// <param name="Name">Its label at the line's end; empty for none.</param>
/// <param name="Style">Its classes in the style sheet: colour and dashes.</param>
/// <param name="Points">Its points from left to right.</param>
internal sealed record Series(string Name, string Style, ImmutableArray<(double X, double Y)> Points)
{
    private const int MostPoints = 120;

    /// <summary>At most as many points as the eye can tell apart, the first and the last among them.</summary>
    public ImmutableArray<(double X, double Y)> Thinned => Points.Length <= MostPoints
        ? Points
        : [.. Enumerable.Range(0, MostPoints).Select(i => Points[(int)((long)i * (Points.Length - 1) / (MostPoints - 1))])];
}
