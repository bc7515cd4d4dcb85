using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

/// <summary>The sums of one row of a matrix tile: a vector, or two side by side where the tile is wide.</summary>
internal unsafe struct TileRow<TLanes, TShape>
    where TLanes : unmanaged, ILanes<TLanes>
    where TShape : struct, ITileShape
{
    private TLanes _left;
    private TLanes _right;

    /// <summary>Starts the sums from values in memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(float* start)
    {
        _left = TLanes.Load(start);
        if (TShape.IsWide) _right = TLanes.Load(start + TLanes.Count);
    }

    /// <summary>Adds the products of an element of A and a row of B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(float a, TLanes left, TLanes right)
    {
        TLanes factor = TLanes.Create(a);
        _left = TLanes.MultiplyAdd(factor, left, _left);
        if (TShape.IsWide) _right = TLanes.MultiplyAdd(factor, right, _right);
    }

    /// <summary>Writes the sums, none smaller than the floor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(float* c, TLanes floor)
    {
        TLanes.Store(c, TLanes.AtLeast(floor, _left));
        if (TShape.IsWide) TLanes.Store(c + TLanes.Count, TLanes.AtLeast(floor, _right));
    }
}
