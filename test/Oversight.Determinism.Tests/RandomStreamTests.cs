namespace Oversight.Determinism.Tests;

public sealed class RandomStreamTests
{
    // Worked out by a second implementation, in Python.
    private static readonly ulong[] FirstOfSeedOne = [13670957850590163098, 749596133446970038, 378174518675938481, 15567730351122410806];

    [Fact]
    public void NextBits_SeedOne_GivesThePinnedNumbers()
    {
        RandomStream stream = RandomKey.FromSeed(1).Stream();
        Assert.Equal(FirstOfSeedOne, Enumerable.Range(0, FirstOfSeedOne.Length).Select(_ => stream.NextBits()));
    }

    [Fact]
    public void Restart_AtTheSameKey_RepeatsTheNumbers()
    {
        RandomKey key = RandomKey.FromSeed(3).Child("x");
        RandomStream stream = key.Stream();
        ulong[] first = [.. Enumerable.Range(0, 20).Select(_ => stream.NextBits())];
        stream.Restart(key);
        Assert.Equal(first, Enumerable.Range(0, 20).Select(_ => stream.NextBits()));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(1000)]
    public void Next_ManyDraws_IsUniform(int limit)
    {
        // P(chi-square > k + 2 sqrt(k t) + 2 t) <= exp(-t) (Laurent and Massart 2000), here t = 12.5: a right stream fails for fewer than
        // 4 seeds in a million; the seed is fixed, so it passes always or never.
        const int perOutcome = 1000;
        RandomStream stream = RandomKey.FromSeed(limit).Stream();
        int[] counts = new int[limit];
        for (int i = 0; i < limit * perOutcome; i++)
            counts[stream.Next(limit)]++;
        double chiSquare = counts.Sum(count => Math.Pow(count - perOutcome, 2) / perOutcome);
        int freedom = limit - 1;
        Assert.True(chiSquare < freedom + 5 * Math.Sqrt(2.0 * freedom) + 25, $"chi-square {chiSquare} with {freedom} degrees of freedom");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public void Next_ExtremeLimits_StaysInside(int limit)
    {
        RandomStream stream = RandomKey.FromSeed(5).Stream();
        for (int i = 0; i < 1000; i++)
            Assert.InRange(stream.Next(limit), 0, limit - 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-4)]
    public void Next_NoOutcome_Throws(int limit) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RandomKey.FromSeed(5).Stream().Next(limit));

    [Fact]
    public void NextDouble_ManyDraws_HasTheUniformMeanAndVariance()
    {
        // 100,000 draws: the mean's standard error is 0.00091; six of them, one false alarm in 5e8. The seed is fixed.
        const int draws = 100_000;
        RandomStream stream = RandomKey.FromSeed(9).Stream();
        double[] values = [.. Enumerable.Range(0, draws).Select(_ => stream.NextDouble())];
        Assert.All(values, value => Assert.InRange(value, 0, Math.BitDecrement(1.0)));
        Assert.InRange(values.Average(), 0.5 - 0.0055, 0.5 + 0.0055);
        Assert.InRange(values.Average(value => (value - 0.5) * (value - 0.5)), 1 / 12.0 - 0.0015, 1 / 12.0 + 0.0015);
    }

    [Fact]
    public void NextNormal_ManyDraws_HasMeanZeroAndVarianceOne()
    {
        const int draws = 100_000;
        RandomStream stream = RandomKey.FromSeed(10).Stream();
        double[] values = [.. Enumerable.Range(0, draws).Select(_ => stream.NextNormal())];
        Assert.InRange(values.Average(), -0.019, 0.019);
        Assert.InRange(values.Average(value => value * value), 1 - 0.027, 1 + 0.027);
    }

    [Fact]
    public void Chance_ZeroAndOne_NeverAndAlways()
    {
        RandomStream stream = RandomKey.FromSeed(4).Stream();
        for (int i = 0; i < 1000; i++)
        {
            Assert.False(stream.Chance(0));
            Assert.True(stream.Chance(1));
        }
    }

    [Fact]
    public void Shuffle_ThreeItems_GivesEveryOrderEquallyOften()
    {
        // 60,000 shuffles, 6 orders: standard deviation 91 each; six of them, one false alarm in 5e8 an order.
        RandomStream stream = RandomKey.FromSeed(6).Stream();
        var counts = new Dictionary<string, int>();
        for (int i = 0; i < 60_000; i++)
        {
            char[] items = ['a', 'b', 'c'];
            stream.Shuffle(items.AsSpan());
            string order = new(items);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        Assert.Equal(6, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 10_000 - 550, 10_000 + 550));
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(10, 4)]
    [InlineData(10, 10)]
    [InlineData(5000, 20)]
    public void Choose_AnySize_GivesDistinctNumbersInRange(int limit, int count)
    {
        int[] chosen = new int[count];
        RandomKey.FromSeed(8).Stream().Choose(limit, chosen);
        Assert.Equal(count, chosen.Distinct().Count());
        Assert.All(chosen, number => Assert.InRange(number, 0, limit - 1));
    }

    [Fact]
    public void Choose_MoreThanThereAre_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RandomKey.FromSeed(8).Stream().Choose(3, new int[4]));
}
