using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

/// <summary>A matrix tile of up to 4 rows and one vector, for the rows that the taller kernels leave over.</summary>
/// <remarks>A missing row repeats the last one: it computes and stores the same values in the same place.</remarks>
internal static unsafe class Tile4x1
{
    /// <summary>Computes the tile. Every element is one chain of multiply-adds in the order of depth.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Run<TLanes>(in MatrixTile tile, int rows)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        nint row1 = rows > 1 ? 1 : 0, row2 = rows > 2 ? 2 : row1, row3 = rows > 3 ? 3 : row2;
        TLanes c0x = TLanes.Zero, c1x = TLanes.Zero, c2x = TLanes.Zero, c3x = TLanes.Zero;
        if (tile.Start != null)
        {
            float* start = tile.Start;
            nint next = tile.StartRow;
            c0x = TLanes.Load(start);
            c1x = TLanes.Load(start + (row1 * next));
            c2x = TLanes.Load(start + (row2 * next));
            c3x = TLanes.Load(start + (row3 * next));
        }

        float* a0 = tile.A, a1 = a0 + (row1 * tile.ARow), a2 = a0 + (row2 * tile.ARow), a3 = a0 + (row3 * tile.ARow);
        float* b = tile.B;
        nint aStep = tile.AStep, bStep = tile.BStep;
        for (int k = tile.Depth; k > 0; k--)
        {
            TLanes bx = TLanes.Load(b);
            TLanes a = TLanes.Create(*a0);
            c0x = TLanes.MultiplyAdd(a, bx, c0x);
            a = TLanes.Create(*a1);
            c1x = TLanes.MultiplyAdd(a, bx, c1x);
            a = TLanes.Create(*a2);
            c2x = TLanes.MultiplyAdd(a, bx, c2x);
            a = TLanes.Create(*a3);
            c3x = TLanes.MultiplyAdd(a, bx, c3x);
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
        TLanes.Store(c + (row1 * row), TLanes.AtLeast(floor, c1x));
        TLanes.Store(c + (row2 * row), TLanes.AtLeast(floor, c2x));
        TLanes.Store(c + (row3 * row), TLanes.AtLeast(floor, c3x));
    }
}
