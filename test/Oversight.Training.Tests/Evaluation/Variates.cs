using Oversight.Determinism;

namespace Oversight.Training.Tests.Evaluation;

/// <summary>Random numbers of some distributions.</summary>
internal static class Variates
{
    public static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>By its mean and by the correlation of two answers that it leads to.</summary>
    public static double Beta(RandomStream random, double mean, double correlation)
    {
        double weight = 1 / correlation - 1;
        double right = Gamma(random, mean * weight);
        double wrong = Gamma(random, (1 - mean) * weight);
        return right + wrong > 0 ? right / (right + wrong) : random.NextDouble() < mean ? 1 : 0;
    }

    /// <summary>By inversion, from the rarer side.</summary>
    public static int Binomial(RandomStream random, int count, double chance)
    {
        if (chance > 0.5)
            return count - Binomial(random, count, 1 - chance);
        double left = random.NextDouble();
        double term = Math.Pow(1 - chance, count);
        int found = 0;
        while (left > term && found < count)
        {
            left -= term;
            found++;
            term *= (count - found + 1) / (double)found * chance / (1 - chance);
        }

        return found;
    }

    /// <summary>Marsaglia and Tsang 2000.</summary>
    private static double Gamma(RandomStream random, double shape)
    {
        if (shape < 1)
            return Gamma(random, shape + 1) * Math.Pow(random.NextDouble(), 1 / shape);
        double d = shape - 1.0 / 3;
        double c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double normal = random.NextNormal();
            double root = 1 + c * normal;
            double cube = root * root * root;
            if (cube > 0 && Math.Log(random.NextDouble()) < normal * normal / 2 + d - d * cube + d * Math.Log(cube))
                return d * cube;
        }
    }
}
