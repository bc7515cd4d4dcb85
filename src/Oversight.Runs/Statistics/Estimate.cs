namespace Oversight.Runs.Statistics;

/// <summary>A figure with its 95 % interval.</summary>
/// <param name="Mean">The figure: the mean over seeds.</param>
/// <param name="Low">The interval's lower end; not a number where there is no interval.</param>
/// <param name="High">The interval's upper end; not a number where there is no interval.</param>
/// <param name="Seeds">How many seeds it rests on.</param>
public sealed record Estimate(double Mean, double Low, double High, int Seeds)
{
    private const double RoundingError = 1e-9;

    /// <summary>Whether there is an interval.</summary>
    public bool HasInterval => !double.IsNaN(Low);

    /// <summary>Half the interval's width, the longer side.</summary>
    public double Margin => Math.Max(Mean - Low, High - Mean);

    /// <summary>
    /// The mean of one value a seed, with the t interval over seeds. There is none where there is one seed, or where all seeds came to the
    /// same: then the spread says nothing, and no interval is better than one of no width.
    /// </summary>
    /// <param name="values">At least one.</param>
    public static Estimate OverSeeds(IReadOnlyList<double> values)
    {
        double mean = values.Average();
        if (values.Count < 2 || values.Max() - values.Min() <= RoundingError * Math.Max(1, Math.Abs(mean)))
            return new Estimate(mean, double.NaN, double.NaN, values.Count);
        double variance = values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1);
        double margin = StudentT.Quantile(values.Count - 1) * Math.Sqrt(variance / values.Count);
        return new Estimate(mean, mean - margin, mean + margin, values.Count);
    }

    /// <summary>The mean of one share a seed, with the interval that carries both contexts within a run and seeds between runs.</summary>
    /// <param name="shares">At least one.</param>
    /// <param name="common">The share of contexts that the runs have in common.</param>
    public static Estimate OfShares(IReadOnlyList<ShareEvidence> shares, double common = 0)
    {
        (double low, double high) = AccuracyInterval.Of(shares, common);
        return new Estimate(shares.Average(one => one.Share), low, high, shares.Count);
    }

    /// <summary>
    /// The difference of two shares paired by seed: the t interval over seeds, at least as wide to either side as contexts alone make it
    /// (Newcombe's interval of the two intervals over contexts, as if the pairs had nothing in common).
    /// </summary>
    /// <param name="left">The one, one a seed.</param>
    /// <param name="right">What is subtracted, in the same order.</param>
    /// <param name="common">The share of contexts that the runs have in common.</param>
    public static Estimate PairedDifference(IReadOnlyList<ShareEvidence> left, IReadOnlyList<ShareEvidence> right, double common = 0)
    {
        Estimate paired = OverSeeds([.. left.Zip(right, (one, other) => one.Share - other.Share)]);
        Estimate contexts = Difference(OverContexts(left, common), OverContexts(right, common));
        return paired with
        {
            Low = Math.Max(-1, paired.HasInterval ? Math.Min(paired.Low, contexts.Low) : contexts.Low),
            High = Math.Min(1, paired.HasInterval ? Math.Max(paired.High, contexts.High) : contexts.High),
        };
    }

    /// <summary>The same interval, cut to what a share can be.</summary>
    public Estimate AsShare() => HasInterval ? this with { Low = Math.Clamp(Low, 0, 1), High = Math.Clamp(High, 0, 1) } : this;

    /// <summary>The difference of two independent shares, with Newcombe's interval (1998) made from theirs.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">What is subtracted.</param>
    public static Estimate Difference(Estimate left, Estimate right)
    {
        double difference = left.Mean - right.Mean;
        double below = Math.Sqrt(Square(left.Mean - left.Low) + Square(right.High - right.Mean));
        double above = Math.Sqrt(Square(left.High - left.Mean) + Square(right.Mean - right.Low));
        return new Estimate(difference, difference - below, difference + above, Math.Min(left.Seeds, right.Seeds));
    }

    private static Estimate OverContexts(IReadOnlyList<ShareEvidence> shares, double common)
    {
        (double low, double high) = AccuracyInterval.OverContexts(shares, common);
        return new Estimate(shares.Average(one => one.Share), low, high, shares.Count);
    }

    private static double Square(double value) => value * value;
}
