namespace Oversight.Determinism.Tests;

public sealed class StableHashTests
{
    [Fact]
    public void Of_KnownBytes_IsPinned() => Assert.Equal(13137628764165314UL, StableHash.Of("oversight"u8));

    [Fact]
    public void Of_EveryShortSequence_Differs()
    {
        var hashes = new HashSet<ulong> { StableHash.Of([]) };
        for (int a = 0; a < 256; a++)
        {
            Assert.True(hashes.Add(StableHash.Of([(byte)a])));
            for (int b = 0; b < 256; b += 5)
                Assert.True(hashes.Add(StableHash.Of([(byte)a, (byte)b])));
        }
    }

    [Fact]
    public void Combine_OtherOrder_Differs() => Assert.NotEqual(StableHash.Combine(1, 2), StableHash.Combine(2, 1));
}
