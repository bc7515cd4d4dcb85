using System.Runtime.ExceptionServices;

namespace Oversight.Numerics;

/// <summary>Fork and join over indices: runs a body for every index from 0 to count - 1 on a fixed set of threads.</summary>
/// <remarks>
/// <para>
/// Results are deterministic as long as the body's effect depends on the index alone: work is cut by index, never by thread.
/// A body may call <see cref="For"/> again. Idle threads help the batch that was opened first and still has indices. So does a
/// caller whose own indices are all taken, until they have ended; but not one inside a body, whose own work must go on as soon as
/// it can. Idle threads spin for some tens of microseconds and then sleep.
/// </para>
/// <para>
/// Thread-safe: several threads may call <see cref="For"/>. In the steady state a call allocates nothing (hold the body in a
/// field: a lambda that captures allocates at its own place). Do not dispose the pool while a call runs.
/// </para>
/// </remarks>
public sealed class WorkerPool : IDisposable
{
    // A round of spinning is about a third of a microsecond; every eighth gives the core to whoever else wants it.
    private const int SpinRounds = 200;
    private const int SpinIterations = 8;

    // How many bodies of pools the thread is inside; a pool's own threads always are in one.
    [ThreadStatic]
    private static int _depth;

    private readonly object _gate = new();
    private readonly List<WorkBatch> _open = new(16);
    private readonly Stack<WorkBatch> _spare = new(16);
    private readonly Thread[] _threads;
    private int _openCount;
    private int _sleeping;
    private int _callersAsleep;
    private bool _disposed;

    /// <summary>Starts the pool's threads: one fewer than asked for, because the caller of <see cref="For"/> works too.</summary>
    /// <param name="threads">Number of threads that work on a batch, at least 1; with 1 everything runs on the caller.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public WorkerPool(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        Threads = threads;
        _threads = new Thread[threads - 1];
        for (int i = 0; i < _threads.Length; i++)
        {
            _threads[i] = new Thread(RunWorker) { IsBackground = true, Name = $"Oversight worker {i + 1}" };
            _threads[i].Start();
        }
    }

    /// <summary>Number of threads that work on a batch, the caller included.</summary>
    public int Threads { get; }

    /// <summary>How many threads have nothing to do and have gone to sleep.</summary>
    internal int Sleeping
    {
        get
        {
            lock (_gate) return _sleeping;
        }
    }

    /// <summary>Runs the body for every index from 0 to count - 1, in any order and in parallel, and returns when all have ended.</summary>
    /// <param name="count">Number of indices, at least 0.</param>
    /// <param name="body">Called once with every index.</param>
    /// <exception cref="ArgumentException">The count is negative, or the body null.</exception>
    /// <exception cref="ObjectDisposedException">The pool is disposed.</exception>
    /// <remarks>
    /// All indices run even when a body throws; then the exception of the lowest index is thrown again, as it was.
    /// </remarks>
    public void For(int count, Action<int> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        ThrowHelper.CheckSize(count);
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed), this);
        if (count == 0) return;
        bool shared = count > 1 && Threads > 1;
        WorkBatch batch = Open(count, body, shared);
        _depth++;
        batch.Work();
        if (shared)
        {
            Unlist(batch);
            if (_depth == 1) HelpOthers(batch);
            else AwaitHelpers(batch);
        }
        _depth--;
        Close(batch);
    }

    /// <summary>Ends the pool's threads and waits for them.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed) return;
            _disposed = true;
            Monitor.PulseAll(_gate);
        }
        foreach (Thread thread in _threads) thread.Join();
    }

    private WorkBatch Open(int count, Action<int> body, bool shared)
    {
        lock (_gate)
        {
            WorkBatch batch = _spare.Count > 0 ? _spare.Pop() : new WorkBatch();
            batch.Open(count, body);
            if (!shared) return batch;
            _open.Add(batch);
            _openCount = _open.Count;
            if (_sleeping == 1 || (_sleeping > 0 && count == 2)) Monitor.Pulse(_gate);
            else if (_sleeping > 0) Monitor.PulseAll(_gate);
            return batch;
        }
    }

    private void Unlist(WorkBatch batch)
    {
        lock (_gate)
        {
            _open.Remove(batch);
            _openCount = _open.Count;
        }
    }

    // Works on what the helpers of its own batch have opened, until they have left.
    private void HelpOthers(WorkBatch own)
    {
        while (own.HasHelpers)
        {
            WorkBatch? other = SpinForBatch(own) ?? SleepForBatch(own);
            if (other is not null) Help(other);
        }
    }

    private static void AwaitHelpers(WorkBatch batch)
    {
        for (int round = 0; round < SpinRounds; round++)
        {
            if (!batch.HasHelpers) return;
            Pause(round);
        }
        batch.WaitForHelpers();
    }

    private void Close(WorkBatch batch)
    {
        ExceptionDispatchInfo? failure = batch.Close();
        lock (_gate) _spare.Push(batch);
        failure?.Throw();
    }

    private void RunWorker()
    {
        _depth = 1;
        while (true)
        {
            WorkBatch? batch = SpinForBatch() ?? SleepForBatch();
            if (batch is null) return;
            Help(batch);
        }
    }

    private void Help(WorkBatch batch)
    {
        batch.Work();
        Unlist(batch);
        batch.Leave();
        lock (_gate)
        {
            if (_callersAsleep > 0) Monitor.PulseAll(_gate);
        }
    }

    // Null when spinning was in vain, or all helpers of the caller's own batch have left.
    private WorkBatch? SpinForBatch(WorkBatch? own = null)
    {
        for (int round = 0; round < SpinRounds && !IsOver(own); round++)
        {
            if (Volatile.Read(ref _openCount) > 0)
            {
                lock (_gate)
                {
                    WorkBatch? batch = JoinFirst();
                    if (batch is not null) return batch;
                }
            }
            Pause(round);
        }
        return null;
    }

    // Null when the pool is disposed, or all helpers of the caller's own batch have left.
    private WorkBatch? SleepForBatch(WorkBatch? own = null)
    {
        lock (_gate)
        {
            while (!_disposed && !IsOver(own))
            {
                WorkBatch? batch = JoinFirst();
                if (batch is not null) return batch;
                _sleeping++;
                if (own is not null) _callersAsleep++;
                Monitor.Wait(_gate);
                if (own is not null) _callersAsleep--;
                _sleeping--;
            }
            return null;
        }
    }

    private static bool IsOver(WorkBatch? own) => own is { HasHelpers: false };

    // Under the lock.
    private WorkBatch? JoinFirst()
    {
        foreach (WorkBatch batch in _open)
        {
            if (batch.IsTaken) continue;
            batch.Join();
            return batch;
        }
        return null;
    }

    private static void Pause(int round)
    {
        if ((round & 7) == 7) Thread.Yield();
        else Thread.SpinWait(SpinIterations);
    }
}
