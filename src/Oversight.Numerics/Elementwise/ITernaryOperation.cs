namespace Oversight.Numerics;

/// <summary>A function of three floats, applied lane by lane.</summary>
internal interface ITernaryOperation
{
    /// <summary>The function's value.</summary>
    TLanes Invoke<TLanes>(TLanes x, TLanes y, TLanes z)
        where TLanes : unmanaged, ILanes<TLanes>;
}
