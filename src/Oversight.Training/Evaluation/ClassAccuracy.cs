namespace Oversight.Training.Evaluation;

/// <summary>How often answers to some questions were right.</summary>
/// <param name="Right">How many were right.</param>
/// <param name="Asked">How many there were.</param>
public readonly record struct ClassAccuracy(int Right, int Asked)
{
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
    public static (double Low, double High) Interval(double share, double size)
    {
        const double Z = 1.959964;
        if (size <= 0)
            return (0, 1);
        double center = (share + Z * Z / (2 * size)) / (1 + Z * Z / size);
        double half = Z / (1 + Z * Z / size) * Math.Sqrt(share * (1 - share) / size + Z * Z / (4 * size * size));
        return (Math.Max(0, center - half), Math.Min(1, center + half));
    }
}
