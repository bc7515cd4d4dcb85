namespace Oversight.Training.Comparisons;

/// <summary>A figure with its 95 % interval.</summary>
/// <param name="Mean">The figure: the mean over seeds.</param>
/// <param name="Low">The interval's lower end; not a number where there is no interval.</param>
/// <param name="High">The interval's upper end; not a number where there is no interval.</param>
/// <param name="Seeds">How many seeds it rests on.</param>
public sealed record Estimate(double Mean, double Low, double High, int Seeds)
{
    /// <summary>Whether there is an interval.</summary>
    public bool HasInterval => !double.IsNaN(Low);

    /// <summary>Half the interval's width, the longer side.</summary>
    public double Margin => Math.Max(Mean - Low, High - Mean);

    /// <summary>The mean of one value a seed, with the t interval over seeds; without an interval if there is only one.</summary>
    /// <param name="values">At least one.</param>
    public static Estimate OverSeeds(IReadOnlyList<double> values)
    {
        double mean = values.Average();
        if (values.Count < 2)
            return new Estimate(mean, double.NaN, double.NaN, values.Count);
        double variance = values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1);
        double margin = StudentT.Quantile(values.Count - 1) * Math.Sqrt(variance / values.Count);
        return new Estimate(mean, mean - margin, mean + margin, values.Count);
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

    private static double Square(double value) => value * value;
}
