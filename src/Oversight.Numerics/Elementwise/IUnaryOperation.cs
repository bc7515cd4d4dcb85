namespace Oversight.Numerics;

/// <summary>A function of one float, applied lane by lane.</summary>
internal interface IUnaryOperation
{
    /// <summary>The function's value.</summary>
    TLanes Invoke<TLanes>(TLanes x)
        where TLanes : unmanaged, ILanes<TLanes>;
}
