using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

/// <summary>x * y.</summary>
internal readonly struct ProductOfOperands : IBinaryOperation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Invoke<TLanes>(TLanes x, TLanes y)
        where TLanes : unmanaged, ILanes<TLanes> => x * y;
}
