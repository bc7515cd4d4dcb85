namespace Oversight.Determinism.Tests;

public sealed class RandomKeyTests
{
    [Fact]
    public void Child_AfterDrawing_IsTheSame()
    {
        RandomKey key = RandomKey.FromSeed(7);
        RandomKey before = key.Child("contexts");
        RandomStream stream = key.Stream();
        for (int i = 0; i < 100; i++)
            stream.NextBits();
        Assert.Equal(before, key.Child("contexts"));
    }

    [Fact]
    public void Child_DifferentNamesNumbersAndParents_AllDiffer()
    {
        var keys = new List<RandomKey>();
        foreach (long seed in new long[] { 0, 1, -1, long.MinValue, long.MaxValue })
        {
            RandomKey root = RandomKey.FromSeed(seed);
            keys.Add(root);
            keys.AddRange(new[] { "", "a", "b", "ab", "ba", "contexts", "questions" }.Select(root.Child));
            keys.AddRange(Enumerable.Range(-50, 100).Select(i => root.Child(i)));
            keys.Add(root.Child("a").Child("b"));
            keys.Add(root.Child("b").Child("a"));
        }

        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.Equal(keys.Count, keys.Select(key => key.Stream().NextBits()).Distinct().Count());
    }

    [Fact]
    public void Child_OfNeighbouringNumbers_ShareHalfTheirFirstBits()
    {
        // 999 pairs of 64 bits: 63,936 comparisons, standard deviation 126 if independent. Six of them: one false alarm in 5e8.
        RandomKey root = RandomKey.FromSeed(11);
        int same = 0;
        for (int i = 1; i < 1000; i++)
            same += 64 - System.Numerics.BitOperations.PopCount(root.Child(i).Stream().NextBits() ^ root.Child(i - 1).Stream().NextBits());
        Assert.InRange(same, 31_968 - 6 * 127, 31_968 + 6 * 127);
    }

    [Fact]
    public void FromSeed_SevenAndItsChild_ArePinned()
    {
        RandomKey key = RandomKey.FromSeed(7);
        Assert.Equal(new RandomKey(7191089600892374487, 17039259473404265729), key);
        Assert.Equal(6467551561347009148UL, key.Child("contexts").Stream().NextBits());
    }
}
