namespace Oversight.Training.Tests.Evaluation;

/// <summary>
/// The exact interval of a share (Clopper and Pearson 1934), for sizes that need not be whole: what an oracle would give near 0 and 1.
/// </summary>
internal static class ClopperPearson
{
    public static (double Low, double High) Interval(double share, double size)
    {
        double right = share * size;
        double wrong = size - right;
        return (right < 1e-9 ? 0 : Quantile(0.025, right, wrong + 1), wrong < 1e-9 ? 1 : Quantile(0.975, right + 1, wrong));
    }

    /// <summary>The quantile of a beta distribution, by bisection.</summary>
    private static double Quantile(double probability, double a, double b)
    {
        (double low, double high) = (0, 1);
        for (int i = 0; i < 40; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = Distribution(middle, a, b) < probability ? (middle, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The incomplete beta function, by its continued fraction (Lentz).</summary>
    private static double Distribution(double x, double a, double b)
    {
        double front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + a * Math.Log(x) + b * Math.Log(1 - x));
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - front * Fraction(1 - x, b, a) / b;
    }

    private static double Fraction(double x, double a, double b)
    {
        double numerator = 1;
        double denominator = 1 / (1 - (a + b) * x / (a + 1));
        double value = denominator;
        for (int m = 1; m < 300; m++)
        {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            foreach (double term in (ReadOnlySpan<double>)[even, odd])
            {
                denominator = 1 / (1 + term * denominator);
                numerator = 1 + term / numerator;
                value *= numerator * denominator;
            }

            if (Math.Abs(numerator * denominator - 1) < 1e-10)
                break;
        }

        return value;
    }

    /// <summary>Stirling's series, after shifting the argument up.</summary>
    private static double LogGamma(double x)
    {
        double shift = 0;
        for (; x < 12; x++)
            shift -= Math.Log(x);
        double square = 1 / (x * x);
        return shift + (x - 0.5) * Math.Log(x) - x + 0.5 * Math.Log(2 * Math.PI) + (1 / 12.0 - square * (1 / 360.0 - square / 1260)) / x;
    }
}
