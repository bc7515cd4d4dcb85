using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

/// <summary>x, whatever y.</summary>
internal readonly struct FirstOperand : IBinaryOperation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Invoke<TLanes>(TLanes x, TLanes y)
        where TLanes : unmanaged, ILanes<TLanes> => x;
}
