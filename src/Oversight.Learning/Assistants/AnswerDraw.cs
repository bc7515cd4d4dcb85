using Oversight.Determinism;
using Oversight.Numerics;

namespace Oversight.Learning.Assistants;

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

    /// <summary>Draws a number that is not the most probable.</summary>
    /// <param name="probabilities">They sum to about one; two at least.</param>
    /// <param name="random">Draws.</param>
    public static int ChooseOther(ReadOnlySpan<float> probabilities, RandomStream random)
    {
        int best = Reductions.ArgMax(probabilities);
        double left = random.NextDouble() * TotalBut(best, probabilities);
        int last = best;
        for (int i = 0; i < probabilities.Length && left >= 0; i++)
        {
            if (i == best)
                continue;
            left -= probabilities[i];
            last = i;
        }

        return last;
    }

    /// <summary>The number that comes at a place when those that count are ordered by their probabilities, equal ones by number.</summary>
    /// <param name="probabilities">They sum to about one.</param>
    /// <param name="counts">Which numbers count; if none does, the most probable of all is taken.</param>
    /// <param name="rank">0 for the most probable, 1 for the next; after the last come all once more.</param>
    public static int Ranked(ReadOnlySpan<float> probabilities, ReadOnlySpan<bool> counts, int rank)
    {
        int counting = counts.Count(true);
        int taken = -1;
        for (int place = 0; place <= rank % Math.Max(1, counting); place++)
            taken = NextAfter(taken, probabilities, counts);
        return counting == 0 ? Reductions.ArgMax(probabilities) : taken;
    }

    private static int NextAfter(int taken, ReadOnlySpan<float> probabilities, ReadOnlySpan<bool> counts)
    {
        int next = -1;
        for (int i = 0; i < probabilities.Length; i++)
        {
            if (!counts[i] || (taken >= 0 && !IsBehind(i, taken, probabilities)))
                continue;
            if (next < 0 || probabilities[i] > probabilities[next])
                next = i;
        }

        return next;
    }

    private static bool IsBehind(int number, int other, ReadOnlySpan<float> probabilities) =>
        probabilities[number] < probabilities[other] || (probabilities[number] == probabilities[other] && number > other);

    /// <summary>p^(1/T), not normalised.</summary>
    private static double Heated(float probability, double temperature) => temperature == 1 ? probability : Math.Pow(probability, 1 / temperature);

    /// <summary>Added up one by one: next to a best that is nearly certain, the difference to one would be rounding.</summary>
    private static double TotalBut(int best, ReadOnlySpan<float> probabilities)
    {
        double total = 0;
        for (int i = 0; i < probabilities.Length; i++)
            total += i == best ? 0 : probabilities[i];
        return total;
    }

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
