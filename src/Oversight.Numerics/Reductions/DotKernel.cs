namespace Oversight.Numerics;

/// <summary>Result = sum of x * y, in blocks that are added up in double.</summary>
internal unsafe struct DotKernel(float* x, float* y, int length) : IKernel
{
    // Short enough for float, long enough to hide the change to double.
    private const int Block = 4096;

    private readonly float* _x = x;
    private readonly float* _y = y;
    private readonly int _length = length;

    /// <summary>The sum.</summary>
    public double Result { get; private set; }

    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes>
    {
        double total = 0;
        for (int start = 0; start < _length; start += Block)
        {
            total += SumBlock<TLanes>(_x + start, _y + start, Math.Min(Block, _length - start));
        }
        Result = total;
    }

    private static float SumBlock<TLanes>(float* x, float* y, int length)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        TLanes sum0 = TLanes.Zero, sum1 = TLanes.Zero, sum2 = TLanes.Zero, sum3 = TLanes.Zero;
        int i = 0;
        for (; i <= length - (4 * TLanes.Count); i += 4 * TLanes.Count)
        {
            float* px = x + i, py = y + i;
            sum0 += TLanes.Load(px) * TLanes.Load(py);
            sum1 += TLanes.Load(px + TLanes.Count) * TLanes.Load(py + TLanes.Count);
            sum2 += TLanes.Load(px + (2 * TLanes.Count)) * TLanes.Load(py + (2 * TLanes.Count));
            sum3 += TLanes.Load(px + (3 * TLanes.Count)) * TLanes.Load(py + (3 * TLanes.Count));
        }
        for (; i <= length - TLanes.Count; i += TLanes.Count) sum0 += TLanes.Load(x + i) * TLanes.Load(y + i);
        int rest = length - i;
        if (rest > 0) sum1 += TLanes.LoadPartial(x + i, rest) * TLanes.LoadPartial(y + i, rest);
        return TLanes.Sum((sum0 + sum1) + (sum2 + sum3));
    }
}
