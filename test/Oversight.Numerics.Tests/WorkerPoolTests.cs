namespace Oversight.Numerics.Tests;

public sealed class WorkerPoolTests
{
    public static TheoryData<int> ThreadCounts => [1, 2, 3, 4];

    [Theory]
    [MemberData(nameof(ThreadCounts))]
    public void For_AnyCount_RunsEveryIndexOnce(int threads)
    {
        using WorkerPool pool = new(threads);
        Assert.Equal(threads, pool.Threads);
        for (int count = 0; count < 200; count++)
        {
            int[] runs = new int[count];
            pool.For(count, index => Interlocked.Increment(ref runs[index]));
            Assert.All(runs, times => Assert.Equal(1, times));
        }
    }

    [Theory]
    [MemberData(nameof(ThreadCounts))]
    public void For_Nested_RunsEveryPair(int threads)
    {
        using WorkerPool pool = new(threads);
        for (int round = 0; round < 50; round++)
        {
            int[] runs = new int[8 * 9 * 3];
            pool.For(8, i => pool.For(9, j => pool.For(3, k => Interlocked.Increment(ref runs[(((i * 9) + j) * 3) + k]))));
            Assert.All(runs, times => Assert.Equal(1, times));
        }
    }

    [Theory]
    [MemberData(nameof(ThreadCounts))]
    public void For_BodiesThrow_RunsAllAndThrowsLowest(int threads)
    {
        using WorkerPool pool = new(threads);
        int runs = 0;
        Exception thrown = Assert.Throws<InvalidOperationException>(() => pool.For(20, index =>
        {
            Interlocked.Increment(ref runs);
            if (index % 6 == 5) throw new InvalidOperationException($"index {index}");
        }));
        Assert.Equal("index 5", thrown.Message);
        Assert.Equal(20, runs);
        pool.For(20, _ => Interlocked.Increment(ref runs));
        Assert.Equal(40, runs);
    }

    [Theory]
    [MemberData(nameof(ThreadCounts))]
    public void For_NestedBodyThrows_ReachesOuterCaller(int threads)
    {
        using WorkerPool pool = new(threads);
        Assert.Throws<FormatException>(() => pool.For(4, i => pool.For(4, j =>
        {
            if (i == 2 && j == 3) throw new FormatException();
        })));
    }

    [Theory]
    [MemberData(nameof(ThreadCounts))]
    public void For_SteadyState_AllocatesNothing(int threads)
    {
        using WorkerPool pool = new(threads);
        Action<int> body = _ => { };
        for (int i = 0; i < 100; i++) pool.For(4, body);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) pool.For(4, body);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void For_SeveralCallers_RunsEveryIndexOfEach()
    {
        using WorkerPool pool = new(3);
        int total = 0;
        Thread[] callers = new Thread[3];
        for (int i = 0; i < callers.Length; i++)
        {
            callers[i] = new Thread(() =>
            {
                for (int round = 0; round < 200; round++) pool.For(10, _ => Interlocked.Increment(ref total));
            });
            callers[i].Start();
        }
        foreach (Thread caller in callers) caller.Join();
        Assert.Equal(3 * 200 * 10, total);
    }

    [Theory]
    [MemberData(nameof(ThreadCounts))]
    public void For_UnevenNestedWorkAndPauses_RunsEverything(int threads)
    {
        using WorkerPool pool = new(threads);
        Random random = new(threads);
        for (int round = 0; round < 300; round++)
        {
            int total = 0, outer = random.Next(6), inner = random.Next(6);
            pool.For(outer, i =>
            {
                Thread.SpinWait(i * 50);
                pool.For(inner, j =>
                {
                    Thread.SpinWait(j * 100);
                    Interlocked.Increment(ref total);
                });
            });
            Assert.Equal(outer * inner, total);
            if (round % 30 == 0) AwaitSleep(pool);
        }
    }

    [Fact]
    public void For_AfterSleep_WakesThreads()
    {
        using WorkerPool pool = new(2);
        AwaitSleep(pool);
        using Barrier both = new(2);
        pool.For(2, _ => Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(30))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void For_CallerHasNothingLeft_HelpsWhatItsHelperOpened(bool callerSleeps)
    {
        using WorkerPool pool = new(2);
        using ManualResetEventSlim helping = new();
        using Barrier both = new(2);
        int caller = Environment.CurrentManagedThreadId;
        pool.For(2, _ =>
        {
            if (Environment.CurrentManagedThreadId == caller)
            {
                Assert.True(helping.Wait(TimeSpan.FromSeconds(30)));
                return;
            }
            helping.Set();
            if (callerSleeps) AwaitSleep(pool);
            // Each waits for the other, so that one thread could not end it.
            pool.For(2, _ => Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(30))));
        });
    }

    [Fact]
    public void For_BadArguments_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkerPool(0));
        WorkerPool pool = new(2);
        Assert.Throws<ArgumentOutOfRangeException>(() => pool.For(-1, _ => { }));
        Assert.Throws<ArgumentNullException>(() => pool.For(1, null!));
        pool.Dispose();
        pool.Dispose();
        Assert.Throws<ObjectDisposedException>(() => pool.For(1, _ => { }));
    }

    private static void AwaitSleep(WorkerPool pool) => Assert.True(SpinWait.SpinUntil(() => pool.Sleeping == pool.Threads - 1, TimeSpan.FromSeconds(30)));
}
