using System.Runtime.ExceptionServices;

namespace Oversight.Numerics;

/// <summary>One call of <see cref="WorkerPool.For"/>: indices to run, the threads that help, and the first failure.</summary>
internal sealed class WorkBatch
{
    private Action<int>? _body;
    private int _count;
    private int _next;
    private int _helpers;
    private int _failedIndex;
    private Exception? _failure;

    /// <summary>Whether every index has been taken (perhaps not yet finished).</summary>
    internal bool IsTaken => Volatile.Read(ref _next) >= _count;

    /// <summary>Whether a helper is still inside.</summary>
    internal bool HasHelpers => Volatile.Read(ref _helpers) > 0;

    /// <summary>Makes the object ready for a call; nobody else may hold it.</summary>
    internal void Open(int count, Action<int> body)
    {
        _body = body;
        _count = count;
        _failedIndex = int.MaxValue;
        _failure = null;
        Volatile.Write(ref _next, 0);
    }

    /// <summary>Takes and runs indices until none is left.</summary>
    internal void Work()
    {
        Action<int> body = _body!;
        while (true)
        {
            int index = Interlocked.Increment(ref _next) - 1;
            if (index >= _count) return;
            try
            {
                body(index);
            }
            catch (Exception exception)
            {
                Record(index, exception);
            }
        }
    }

    /// <summary>Counts a helper in. Only under the lock of a pool that still lists the batch.</summary>
    internal void Join() => Interlocked.Increment(ref _helpers);

    /// <summary>Counts a helper out; after it the helper must not touch the batch.</summary>
    internal void Leave()
    {
        lock (this)
        {
            if (Interlocked.Decrement(ref _helpers) == 0) Monitor.PulseAll(this);
        }
    }

    /// <summary>Blocks until the last helper has left.</summary>
    internal void WaitForHelpers()
    {
        lock (this)
        {
            while (HasHelpers) Monitor.Wait(this);
        }
    }

    /// <summary>Forgets the call and returns its failure of the lowest index, if any.</summary>
    internal ExceptionDispatchInfo? Close()
    {
        ExceptionDispatchInfo? failure = _failure is null ? null : ExceptionDispatchInfo.Capture(_failure);
        _body = null;
        _failure = null;
        return failure;
    }

    private void Record(int index, Exception exception)
    {
        lock (this)
        {
            if (index > _failedIndex) return;
            _failedIndex = index;
            _failure = exception;
        }
    }
}
