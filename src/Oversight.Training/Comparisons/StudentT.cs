namespace Oversight.Training.Comparisons;

/// <summary>Student's t distribution (1908): how wide a 95 % interval must be when the spread itself is estimated from few values.</summary>
public static class StudentT
{
    private static readonly double[] Table =
    [
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
        2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
    ];

    /// <summary>The 97.5 % quantile.</summary>
    /// <param name="freedom">Degrees of freedom: one less than the number of values; at least 1.</param>
    public static double Quantile(int freedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(freedom, 1);
        // Beyond the table the first term of the expansion around the normal quantile is exact to three places.
        const double Normal = 1.959964;
        return freedom <= Table.Length ? Table[freedom - 1] : Normal + (Normal * Normal * Normal + Normal) / (4.0 * freedom);
    }
}
