using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

/// <summary>A matrix tile of up to 4 rows and two vectors, for the rows that the taller kernels leave over.</summary>
/// <remarks>A missing row repeats the last one: it computes and stores the same values in the same place.</remarks>
internal static unsafe class Tile4x2
{
    /// <summary>Computes the tile. Every element is one chain of multiply-adds in the order of depth.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Run<TLanes>(in MatrixTile tile, int rows)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        nint row1 = rows > 1 ? 1 : 0, row2 = rows > 2 ? 2 : row1, row3 = rows > 3 ? 3 : row2;
        TLanes c0x = TLanes.Zero, c0y = TLanes.Zero, c1x = TLanes.Zero, c1y = TLanes.Zero,
            c2x = TLanes.Zero, c2y = TLanes.Zero, c3x = TLanes.Zero, c3y = TLanes.Zero;
        if (tile.Start != null)
        {
            float* start = tile.Start;
            nint next = tile.StartRow;
            c0x = TLanes.Load(start);
            c0y = TLanes.Load(start + TLanes.Count);
            c1x = TLanes.Load(start + (row1 * next));
            c1y = TLanes.Load(start + (row1 * next) + TLanes.Count);
            c2x = TLanes.Load(start + (row2 * next));
            c2y = TLanes.Load(start + (row2 * next) + TLanes.Count);
            c3x = TLanes.Load(start + (row3 * next));
            c3y = TLanes.Load(start + (row3 * next) + TLanes.Count);
        }

        float* a0 = tile.A, a1 = a0 + (row1 * tile.ARow), a2 = a0 + (row2 * tile.ARow), a3 = a0 + (row3 * tile.ARow);
        float* b = tile.B;
        nint aStep = tile.AStep, bStep = tile.BStep;
        for (int k = tile.Depth; k > 0; k--)
        {
            TLanes bx = TLanes.Load(b), by = TLanes.Load(b + TLanes.Count);
            TLanes a = TLanes.Create(*a0);
            c0x = TLanes.MultiplyAdd(a, bx, c0x);
            c0y = TLanes.MultiplyAdd(a, by, c0y);
            a = TLanes.Create(*a1);
            c1x = TLanes.MultiplyAdd(a, bx, c1x);
            c1y = TLanes.MultiplyAdd(a, by, c1y);
            a = TLanes.Create(*a2);
            c2x = TLanes.MultiplyAdd(a, bx, c2x);
            c2y = TLanes.MultiplyAdd(a, by, c2y);
            a = TLanes.Create(*a3);
            c3x = TLanes.MultiplyAdd(a, bx, c3x);
            c3y = TLanes.MultiplyAdd(a, by, c3y);
            a0 += aStep;
            a1 += aStep;
            a2 += aStep;
            a3 += aStep;
            b += bStep;
        }

        float* c = tile.C;
        nint row = tile.CRow;
        TLanes floor = TLanes.Create(tile.Floor);
        TLanes.Store(c, TLanes.AtLeast(floor, c0x));
        TLanes.Store(c + TLanes.Count, TLanes.AtLeast(floor, c0y));
        TLanes.Store(c + (row1 * row), TLanes.AtLeast(floor, c1x));
        TLanes.Store(c + (row1 * row) + TLanes.Count, TLanes.AtLeast(floor, c1y));
        TLanes.Store(c + (row2 * row), TLanes.AtLeast(floor, c2x));
        TLanes.Store(c + (row2 * row) + TLanes.Count, TLanes.AtLeast(floor, c2y));
        TLanes.Store(c + (row3 * row), TLanes.AtLeast(floor, c3x));
        TLanes.Store(c + (row3 * row) + TLanes.Count, TLanes.AtLeast(floor, c3y));
    }
}
