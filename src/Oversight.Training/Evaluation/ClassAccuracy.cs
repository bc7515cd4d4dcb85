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

    /// <summary>The 95 % interval of the share by Wilson's method (1927), as if questions were independent.</summary>
    public (double Low, double High) Interval()
    {
        const double Z = 1.959964;
        if (Asked == 0)
            return (0, 1);
        double n = Asked;
        double center = (Share + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.Sqrt(Share * (1 - Share) / n + Z * Z / (4 * n * n));
        return (Math.Max(0, center - half), Math.Min(1, center + half));
    }
}
