namespace Oversight.Neural.Tests;

public sealed class SequenceMemoryTests
{
    private const int Columns = 16;

    [Fact]
    public void Open_AfterAnotherClosed_LendsTheSameRoomAgain()
    {
        using var memory = new SequenceMemory();
        using SequenceCache first = NewCache(memory, capacity: 32);
        using SequenceCache second = NewCache(memory, capacity: 32);
        first.Open();
        long one = memory.Length;
        Assert.Equal(2 * 32 * 4 * Columns, one);
        first.Close();
        second.Open();
        Assert.Equal(one, memory.Length);
        first.Open();
        Assert.Equal(2 * one, memory.Length);
    }

    [Fact]
    public void Open_RoomOfSeveralSizes_TakesTheSmallestThatSuffices()
    {
        using var memory = new SequenceMemory();
        SequenceCache[] caches = [NewCache(memory, 64), NewCache(memory, 16), NewCache(memory, 32)];
        foreach (SequenceCache cache in caches)
            cache.Open();
        foreach (SequenceCache cache in caches)
            cache.Close();
        long made = memory.Length;

        // Were the smallest to take the largest room, the largest would need new room.
        foreach (SequenceCache cache in caches.Reverse())
            cache.Open();
        Assert.Equal(made, memory.Length);
        foreach (SequenceCache cache in caches)
            cache.Dispose();
    }

    [Fact]
    public void Open_Twice_KeepsItsRoom()
    {
        using var memory = new SequenceMemory();
        using SequenceCache cache = NewCache(memory, capacity: 16);
        cache.Open();
        cache.Keys(0)[0] = 7;
        long made = memory.Length;
        cache.Open();
        Assert.Equal((made, 7f), (memory.Length, cache.Keys(0)[0]));
    }

    [Fact]
    public void Keys_Closed_Throws()
    {
        using var memory = new SequenceMemory();
        using SequenceCache cache = NewCache(memory, capacity: 16);
        Assert.Throws<InvalidOperationException>(() => cache.Keys(0).Length);
        cache.Open();
        cache.Close();
        Assert.False(cache.IsOpen);
        Assert.Throws<InvalidOperationException>(() => cache.Keys(0).Length);
    }

    [Fact]
    public void Dispose_WhileLent_RefusesNewAndTakesTheOldBack()
    {
        var memory = new SequenceMemory();
        SequenceCache cache = NewCache(memory, capacity: 16);
        cache.Open();
        memory.Dispose();
        Assert.Equal(0, cache.Keys(0)[0]);
        cache.Close();
        Assert.Throws<ObjectDisposedException>(cache.Open);
    }

    private static SequenceCache NewCache(SequenceMemory memory, int capacity) => new(memory, new SequenceCursor(capacity, steps: 4), Columns);
}
