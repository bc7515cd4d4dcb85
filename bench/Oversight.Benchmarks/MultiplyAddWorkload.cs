using Oversight.Numerics;

namespace Oversight.Benchmarks;

/// <summary>Multiply-adds in registers, on every thread of a pool: the roof over everything else.</summary>
internal sealed class MultiplyAddWorkload : IWorkload
{
    private const int Rounds = 20_000_000;
    private readonly WorkerPool _pool;
    private readonly Action<int> _part;
    private long _flops;

    public MultiplyAddWorkload(WorkerPool pool)
    {
        _pool = pool;
        _part = RunPart;
    }

    public string Unit => "multiply-adds";

    public long Done => _flops / 2;

    public long Flops => _flops;

    public void Run() => _pool.For(_pool.Threads, _part);

    private void RunPart(int index)
    {
        long flops = MachinePeak.MultiplyAdds(Rounds, out float result);
        if (float.IsFinite(result))
            Interlocked.Add(ref _flops, flops);
    }

    public void Dispose()
    {
    }
}
