using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

/// <summary>|x|.</summary>
internal readonly struct Magnitude : IUnaryOperation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Invoke<TLanes>(TLanes x)
        where TLanes : unmanaged, ILanes<TLanes> => TLanes.Abs(x);
}
