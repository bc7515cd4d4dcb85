namespace Oversight.Numerics;

/// <summary>A function of two floats, applied lane by lane.</summary>
internal interface IBinaryOperation
{
    /// <summary>The function's value.</summary>
    TLanes Invoke<TLanes>(TLanes x, TLanes y)
        where TLanes : unmanaged, ILanes<TLanes>;
}
