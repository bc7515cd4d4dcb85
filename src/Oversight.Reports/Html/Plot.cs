namespace Oversight.Reports.Html;

/// <summary>The part of a drawing that holds the lines.</summary>
/// <param name="Left">The left edge.</param>
/// <param name="Top">The upper edge; drawings count downwards.</param>
/// <param name="Right">The right edge.</param>
/// <param name="Bottom">The lower edge.</param>
internal readonly record struct Plot(double Left, double Top, double Right, double Bottom)
{
    /// <summary>The horizontal place of a share of the axis.</summary>
    public double X(double share) => Left + share * (Right - Left);

    /// <summary>The vertical place of a share of the axis.</summary>
    public double Y(double share) => Bottom - share * (Bottom - Top);
}
