using Oversight.Numerics;

namespace Oversight.Benchmarks;

/// <summary>Adding up arrays that no cache holds, on every thread of a pool: what memory gives.</summary>
internal sealed class BandwidthWorkload : IWorkload
{
    private const int Length = 32 * 1024 * 1024;
    private readonly WorkerPool _pool;
    private readonly AlignedBuffer _x = new(Length);
    private readonly AlignedBuffer _y = new(Length);
    private readonly Action<int> _part;
    private long _bytes;

    public BandwidthWorkload(WorkerPool pool)
    {
        _pool = pool;
        _part = RunPart;
    }

    public string Unit => "bytes";

    public long Done => _bytes;

    public long Flops => 0;

    public long Bytes => _bytes;

    public void Run() => _pool.For(_pool.Threads, _part);

    public void Dispose()
    {
        _x.Dispose();
        _y.Dispose();
    }

    private void RunPart(int index)
    {
        int part = Length / _pool.Threads;
        Interlocked.Add(ref _bytes, MachinePeak.Stream(_x.Span.Slice(index * part, part), _y.Span.Slice(index * part, part)));
    }
}
