namespace Oversight.Core.Text;

/// <summary>Shares a whole out by weights, in whole units, by the method of largest remainders.</summary>
internal static class BudgetShares
{
    private const decimal UnitsOfMoney = 1_000_000_000_000m;

    /// <summary>Insists on weights that something can be shared by.</summary>
    public static void Require(ReadOnlySpan<long> weights)
    {
        bool somePositive = false;
        foreach (long weight in weights)
        {
            if (weight < 0)
                throw new ArgumentException($"A weight is 0 or more; {weight} was given.", nameof(weights));
            somePositive |= weight > 0;
        }

        if (!somePositive)
            throw new ArgumentException("At least one weight must be positive.", nameof(weights));
    }

    /// <summary>The shares of a whole number.</summary>
    public static long[] Of(long total, ReadOnlySpan<long> weights) => Array.ConvertAll(Of((Int128)total, weights), share => (long)share);

    /// <summary>The shares of an amount of money, to its smallest unit.</summary>
    public static decimal[] Of(decimal total, ReadOnlySpan<long> weights) =>
        Array.ConvertAll(Of((Int128)(total * UnitsOfMoney), weights), share => (decimal)share / UnitsOfMoney);

    private static Int128[] Of(Int128 total, ReadOnlySpan<long> weights)
    {
        Int128[] scaled = Scale(weights);
        Int128 sum = 0;
        foreach (Int128 weight in scaled)
            sum += weight;
        var shares = new Int128[scaled.Length];
        var remainders = new Int128[scaled.Length];
        Int128 left = total;
        for (int i = 0; i < scaled.Length; i++)
        {
            // total = quotient * sum + rest, in two steps so that no product exceeds 128 bits.
            (Int128 quotient, Int128 rest) = Int128.DivRem(total, sum);
            (Int128 more, remainders[i]) = Int128.DivRem(rest * scaled[i], sum);
            shares[i] = quotient * scaled[i] + more;
            left -= shares[i];
        }

        foreach (int i in Enumerable.Range(0, shares.Length).OrderByDescending(i => remainders[i]).ThenBy(i => i).Take((int)left))
            shares[i]++;
        return shares;
    }

    /// <summary>The weights, halved until their sum fits into 62 bits; a positive weight stays positive.</summary>
    private static Int128[] Scale(ReadOnlySpan<long> weights)
    {
        Int128 sum = 0;
        foreach (long weight in weights)
            sum += weight;
        int shift = 0;
        while (sum >> shift > long.MaxValue / 2)
            shift++;
        var scaled = new Int128[weights.Length];
        for (int i = 0; i < scaled.Length; i++)
            scaled[i] = weights[i] == 0 ? 0 : Int128.Max(weights[i] >> shift, 1);
        return scaled;
    }
}
