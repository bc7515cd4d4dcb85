namespace Oversight.Runs.Statistics;

/// <summary>How often answers to some questions were right.</summary>
/// <param name="Right">How many were right.</param>
/// <param name="Asked">How many there were.</param>
public readonly record struct ClassAccuracy(int Right, int Asked)
{
    private const double NormalQuantile = 1.959964;

    /// <summary>The share that was right; 0 of nothing.</summary>
    public double Share => Asked == 0 ? 0 : Right / (double)Asked;

    /// <summary>Two counts together.</summary>
    public static ClassAccuracy operator +(ClassAccuracy left, ClassAccuracy right) => Add(left, right);

    /// <summary>Two counts together.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static ClassAccuracy Add(ClassAccuracy left, ClassAccuracy right) => new(left.Right + right.Right, left.Asked + right.Asked);

    /// <summary>
    /// The 95 % interval of the share by Wilson's method (1927), as if questions were independent; see <see cref="ClusteredAccuracy"/>.
    /// </summary>
    public (double Low, double High) Interval() => Interval(Share, Asked);

    /// <summary>The 95 % interval of a share by Wilson's method.</summary>
    /// <param name="share">The share that was right.</param>
    /// <param name="size">How many independent questions it rests on; need not be whole.</param>
    public static (double Low, double High) Interval(double share, double size) => Interval(share, size, NormalQuantile);

    /// <summary>The same with a quantile of another distribution, as where the size itself is an estimate.</summary>
    /// <param name="share">The share that was right.</param>
    /// <param name="size">How many independent questions it rests on; need not be whole.</param>
    /// <param name="quantile">The quantile at 97.5 %.</param>
    public static (double Low, double High) Interval(double share, double size, double quantile)
    {
        if (size <= 0)
            return (0, 1);
        double square = quantile * quantile;
        double center = (share + square / (2 * size)) / (1 + square / size);
        double half = quantile / (1 + square / size) * Math.Sqrt(share * (1 - share) / size + square / (4 * size * size));
        return (Math.Max(0, center - half), Math.Min(1, center + half));
    }

    /// <summary>
    /// The size with which Wilson's interval of a share has given ends: what a file says that holds the interval and not the size.
    /// </summary>
    /// <param name="share">The share that was right.</param>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end.</param>
    internal static double SizeOf(double share, double low, double high)
    {
        double width = Math.Clamp(high - low, 1e-6, 1 - 1e-6);
        (double least, double most) = (1e-6, 1e13);
        for (int i = 0; i < 100; i++)
        {
            double middle = Math.Sqrt(least * most);
            (double lower, double upper) = Interval(share, middle);
            (least, most) = upper - lower > width ? (middle, most) : (least, middle);
        }

        return least;
    }
}
