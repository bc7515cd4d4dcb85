namespace Oversight.Numerics;

/// <summary>destination = operation(x, y, destination).</summary>
internal readonly unsafe struct TernaryKernel<TOperation>(
    TOperation operation, float* x, float* y, float* destination, int length) : IKernel
    where TOperation : struct, ITernaryOperation
{
    private readonly float* _x = x;
    private readonly float* _y = y;
    private readonly float* _destination = destination;
    private readonly int _length = length;

    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes>
    {
        TOperation function = operation;
        float* x = _x, y = _y, d = _destination;
        int i = 0;
        for (; i <= _length - TLanes.Count; i += TLanes.Count)
        {
            TLanes.Store(d + i, function.Invoke(TLanes.Load(x + i), TLanes.Load(y + i), TLanes.Load(d + i)));
        }
        int rest = _length - i;
        if (rest > 0)
        {
            TLanes z = TLanes.LoadPartial(d + i, rest);
            TLanes.StorePartial(d + i, function.Invoke(TLanes.LoadPartial(x + i, rest), TLanes.LoadPartial(y + i, rest), z), rest);
        }
    }
}
