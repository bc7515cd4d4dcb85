namespace Oversight.Numerics;

/// <summary>Result = the largest of start and a function of every x.</summary>
internal unsafe struct MaxKernel<TOperation>(float* x, int length, float start) : IKernel
    where TOperation : struct, IUnaryOperation
{
    private readonly float* _x = x;
    private readonly int _length = length;

    /// <summary>The largest value; NaN when any is.</summary>
    public float Result { get; private set; } = start;

    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes>
    {
        TOperation function = default;
        TLanes start = TLanes.Create(Result);
        TLanes max0 = start, max1 = start;
        int i = 0;
        for (; i <= _length - (2 * TLanes.Count); i += 2 * TLanes.Count)
        {
            max0 = TLanes.Max(max0, function.Invoke(TLanes.Load(_x + i)));
            max1 = TLanes.Max(max1, function.Invoke(TLanes.Load(_x + i + TLanes.Count)));
        }
        for (; i < _length; i += TLanes.Count)
        {
            int count = Math.Min(TLanes.Count, _length - i);
            TLanes value = function.Invoke(TLanes.LoadPartial(_x + i, count));
            max0 = TLanes.Max(max0, TLanes.KeepFirst(value, count, start));
        }
        float* lanes = stackalloc float[TLanes.Count];
        TLanes.Store(lanes, TLanes.Max(max0, max1));
        for (int lane = 0; lane < TLanes.Count; lane++) Result = MathF.Max(Result, lanes[lane]);
    }
}
