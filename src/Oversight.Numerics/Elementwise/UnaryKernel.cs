namespace Oversight.Numerics;

/// <summary>destination = operation(x).</summary>
internal readonly unsafe struct UnaryKernel<TOperation>(TOperation operation, float* x, float* destination, int length) : IKernel
    where TOperation : struct, IUnaryOperation
{
    private readonly float* _x = x;
    private readonly float* _destination = destination;
    private readonly int _length = length;

    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes>
    {
        TOperation function = operation;
        float* x = _x, d = _destination;
        int i = 0;
        for (; i <= _length - TLanes.Count; i += TLanes.Count)
        {
            TLanes.Store(d + i, function.Invoke(TLanes.Load(x + i)));
        }
        int rest = _length - i;
        if (rest > 0) TLanes.StorePartial(d + i, function.Invoke(TLanes.LoadPartial(x + i, rest)), rest);
    }
}
