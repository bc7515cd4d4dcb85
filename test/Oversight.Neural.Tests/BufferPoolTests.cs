using Oversight.Numerics;

namespace Oversight.Neural.Tests;

public sealed class BufferPoolTests
{
    private const int Columns = 16;

    [Fact]
    public void Open_AfterAnotherClosed_LendsTheSameRoomAgain()
    {
        using var pool = new BufferPool();
        using SequenceMemory first = NewMemory(pool, 32, out _);
        using SequenceMemory second = NewMemory(pool, 32, out _);
        first.Open();
        long one = pool.Length;
        Assert.Equal(2 * 32 * 4 * Columns, one);
        first.Close();
        second.Open();
        Assert.Equal(one, pool.Length);
        first.Open();
        Assert.Equal(2 * one, pool.Length);
    }

    [Fact]
    public void Rent_RoomOfSeveralSizes_TakesTheSmallestThatSuffices()
    {
        using var pool = new BufferPool();
        AlignedBuffer[] buffers = [pool.Rent(64), pool.Rent(32), pool.Rent(48)];
        foreach (AlignedBuffer buffer in buffers)
            pool.Return(buffer);
        Assert.Equal(48, pool.Rent(40).Length);
        Assert.Equal(32, pool.Rent(30).Length);
        Assert.Equal(64, pool.Rent(40).Length);
        Assert.Equal(64 + 32 + 48, pool.Length);
        foreach (AlignedBuffer buffer in buffers)
            pool.Return(buffer);
    }

    [Theory]
    [InlineData(64, 64, 64)]
    [InlineData(64, 40, 64)]
    [InlineData(64, 100, 100)]
    [InlineData(64, 21, 85)]
    [InlineData(64, 200, 264)]
    public void Rent_AfterAnotherSize_SharesRoomOfNearlyThatSize(int first, int second, int expected)
    {
        using var pool = new BufferPool();
        pool.Return(pool.Rent(first));
        AlignedBuffer lent = pool.Rent(second);
        Assert.True(lent.Length >= second);
        pool.Return(lent);
        Assert.Equal(expected, pool.Length);
    }

    [Fact]
    public void Open_Twice_KeepsItsRoom()
    {
        using var pool = new BufferPool();
        using SequenceMemory memory = NewMemory(pool, 16, out SequenceCache cache);
        memory.Open();
        cache.Keys(0)[0] = 7;
        long made = pool.Length;
        memory.Open();
        Assert.Equal((made, 7f), (pool.Length, cache.Keys(0)[0]));
    }

    [Fact]
    public void Keys_SeveralCaches_DoNotOverlap()
    {
        using var pool = new BufferPool();
        using SequenceMemory memory = NewMemory(pool, 32, out SequenceCache cache);
        var keysAlone = new SequenceCache(memory, cache.Cursor, Columns, keepsValues: false);
        memory.Open();
        cache.Keys(1).Fill(1);
        cache.Values(1).Fill(2);
        keysAlone.Keys(1).Fill(3);
        Assert.Equal((1f, 1f, 2f, 2f), (cache.Keys(1)[0], cache.Keys(1)[^1], cache.Values(1)[0], cache.Values(1)[^1]));
        Assert.Throws<InvalidOperationException>(() => keysAlone.Values(0).Length);
    }

    [Fact]
    public void Keys_Closed_Throws()
    {
        using var pool = new BufferPool();
        using SequenceMemory memory = NewMemory(pool, 16, out SequenceCache cache);
        Assert.Throws<InvalidOperationException>(() => cache.Keys(0).Length);
        memory.Open();
        memory.Close();
        Assert.False(memory.IsOpen);
        Assert.Throws<InvalidOperationException>(() => cache.Keys(0).Length);
    }

    [Fact]
    public void Dispose_WhileLent_RefusesNewAndTakesTheOldBack()
    {
        var pool = new BufferPool();
        using SequenceMemory memory = NewMemory(pool, 16, out SequenceCache cache);
        memory.Open();
        pool.Dispose();
        cache.Keys(0)[0] = 1;
        memory.Close();
        Assert.Throws<ObjectDisposedException>(memory.Open);
    }

    /// <summary>The memory of one cache, of four steps.</summary>
    private static SequenceMemory NewMemory(BufferPool pool, int capacity, out SequenceCache cache)
    {
        var memory = new SequenceMemory(pool);
        cache = new SequenceCache(memory, new SequenceCursor(capacity, steps: 4), Columns);
        return memory;
    }
}
