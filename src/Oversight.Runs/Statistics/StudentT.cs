namespace Oversight.Runs.Statistics;

/// <summary>Student's t distribution (1908): how wide a 95 % interval must be when the spread itself is estimated from few values.</summary>
public static class StudentT
{
    private static readonly double[] Table =
    [
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
        2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
    ];

    /// <summary>The 97.5 % quantile.</summary>
    /// <param name="freedom">Degrees of freedom: one less than the number of values; at least 1, need not be whole where variances were
    /// added.</param>
    public static double Quantile(double freedom)
    {
        if (!(freedom >= 1))
            throw new ArgumentOutOfRangeException(nameof(freedom), freedom, "At least one degree of freedom is needed.");
        int whole = (int)Math.Min(freedom, Table.Length);
        if (freedom <= Table.Length)
            return freedom == whole ? Table[whole - 1] : Between(Table[whole - 1], Table[whole], whole, freedom);
        // Beyond the table two terms of the expansion around the normal quantile are exact to four places.
        const double Z = 1.959964;
        double cube = Z * Z * Z;
        return Z + (cube + Z) / (4.0 * freedom) + (5 * cube * Z * Z + 16 * cube + 3 * Z) / (96.0 * freedom * freedom);
    }

    /// <summary>Quantiles run almost straight against one over the degrees of freedom.</summary>
    private static double Between(double here, double next, int whole, double freedom) =>
        here + (next - here) * (1.0 / whole - 1.0 / freedom) / (1.0 / whole - 1.0 / (whole + 1));
}
