namespace Oversight.Numerics;

/// <summary>Result = the largest x.</summary>
internal unsafe struct MaxKernel(float* x, int length) : IKernel
{
    private readonly float* _x = x;
    private readonly int _length = length;

    /// <summary>The largest value; NaN when any is; negative infinity where there is none.</summary>
    public float Result { get; private set; } = float.NegativeInfinity;

    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes>
    {
        TLanes start = TLanes.Create(Result);
        TLanes max0 = start, max1 = start;
        int i = 0;
        for (; i <= _length - (2 * TLanes.Count); i += 2 * TLanes.Count)
        {
            max0 = TLanes.Max(max0, TLanes.Load(_x + i));
            max1 = TLanes.Max(max1, TLanes.Load(_x + i + TLanes.Count));
        }
        for (; i < _length; i += TLanes.Count)
        {
            int count = Math.Min(TLanes.Count, _length - i);
            TLanes value = TLanes.LoadPartial(_x + i, count);
            max0 = TLanes.Max(max0, TLanes.KeepFirst(value, count, start));
        }
        float* lanes = stackalloc float[TLanes.Count];
        TLanes.Store(lanes, TLanes.Max(max0, max1));
        for (int lane = 0; lane < TLanes.Count; lane++) Result = MathF.Max(Result, lanes[lane]);
    }
}
