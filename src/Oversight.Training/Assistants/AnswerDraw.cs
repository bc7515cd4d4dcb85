using Oversight.Determinism;
using Oversight.Numerics;

namespace Oversight.Training.Assistants;

/// <summary>Takes one of several things by their probabilities.</summary>
internal static class AnswerDraw
{
    /// <summary>Draws a number with the given probabilities, or takes the most probable.</summary>
    /// <param name="probabilities">They sum to about one.</param>
    /// <param name="random">Draws, or null for the most probable.</param>
    /// <param name="temperature">Below 1 closer to the most probable, above 1 closer to all being equal.</param>
    public static int Choose(ReadOnlySpan<float> probabilities, RandomStream? random, double temperature)
    {
        if (random is null)
            return Reductions.ArgMax(probabilities);
        double left = random.NextDouble() * Total(probabilities, temperature);
        for (int i = 0; i < probabilities.Length - 1; i++)
        {
            left -= Heated(probabilities[i], temperature);
            if (left < 0)
                return i;
        }

        return probabilities.Length - 1;
    }

    /// <summary>The number that comes at a place when all are ordered by their probabilities, equal ones by number.</summary>
    /// <param name="probabilities">They sum to about one.</param>
    /// <param name="rank">0 for the most probable, 1 for the next; after the last come all once more.</param>
    public static int Ranked(ReadOnlySpan<float> probabilities, int rank)
    {
        int taken = Reductions.ArgMax(probabilities);
        for (int place = 0; place < rank % probabilities.Length; place++)
            taken = NextAfter(taken, probabilities);
        return taken;
    }

    private static int NextAfter(int taken, ReadOnlySpan<float> probabilities)
    {
        int next = -1;
        for (int i = 0; i < probabilities.Length; i++)
        {
            bool isBehind = probabilities[i] < probabilities[taken] || (probabilities[i] == probabilities[taken] && i > taken);
            if (isBehind && (next < 0 || probabilities[i] > probabilities[next]))
                next = i;
        }

        return next;
    }

    /// <summary>p^(1/T), not normalised.</summary>
    private static double Heated(float probability, double temperature) => temperature == 1 ? probability : Math.Pow(probability, 1 / temperature);

    private static double Total(ReadOnlySpan<float> probabilities, double temperature)
    {
        if (temperature == 1)
            return 1;
        double total = 0;
        foreach (float probability in probabilities)
            total += Heated(probability, temperature);
        return total;
    }
}
