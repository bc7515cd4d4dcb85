using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

/// <summary>A matrix tile of 12 rows and one vector, summed in 12 registers.</summary>
/// <remarks>Every sum is a local of its own, so that the compiler keeps all of them in registers; hence the length.</remarks>
internal static unsafe class Tile12x1
{
    /// <summary>Computes the tile. Every element is one chain of multiply-adds in the order of depth.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Run<TLanes>(in MatrixTile tile)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        TLanes c0x = TLanes.Zero, c1x = TLanes.Zero, c2x = TLanes.Zero, c3x = TLanes.Zero,
            c4x = TLanes.Zero, c5x = TLanes.Zero, c6x = TLanes.Zero, c7x = TLanes.Zero;
        TLanes c8x = TLanes.Zero, c9x = TLanes.Zero, cAx = TLanes.Zero, cBx = TLanes.Zero;
        if (tile.Start != null)
        {
            float* start = tile.Start;
            nint next = tile.StartRow;
            c0x = TLanes.Load(start);
            c1x = TLanes.Load(start + next);
            c2x = TLanes.Load(start + (2 * next));
            c3x = TLanes.Load(start + (3 * next));
            c4x = TLanes.Load(start + (4 * next));
            c5x = TLanes.Load(start + (5 * next));
            c6x = TLanes.Load(start + (6 * next));
            c7x = TLanes.Load(start + (7 * next));
            c8x = TLanes.Load(start + (8 * next));
            c9x = TLanes.Load(start + (9 * next));
            cAx = TLanes.Load(start + (10 * next));
            cBx = TLanes.Load(start + (11 * next));
        }

        nint one = tile.ARow, two = 2 * one, aStep = tile.AStep, bStep = tile.BStep;
        float* a0 = tile.A, a3 = a0 + one + two, a6 = a3 + one + two, a9 = a6 + one + two;
        float* b = tile.B;
        for (int k = tile.Depth; k > 0; k--)
        {
            TLanes bx = TLanes.Load(b);
            TLanes a = TLanes.Create(*a0);
            c0x = TLanes.MultiplyAdd(a, bx, c0x);
            a = TLanes.Create(a0[one]);
            c1x = TLanes.MultiplyAdd(a, bx, c1x);
            a = TLanes.Create(a0[two]);
            c2x = TLanes.MultiplyAdd(a, bx, c2x);
            a = TLanes.Create(*a3);
            c3x = TLanes.MultiplyAdd(a, bx, c3x);
            a = TLanes.Create(a3[one]);
            c4x = TLanes.MultiplyAdd(a, bx, c4x);
            a = TLanes.Create(a3[two]);
            c5x = TLanes.MultiplyAdd(a, bx, c5x);
            a = TLanes.Create(*a6);
            c6x = TLanes.MultiplyAdd(a, bx, c6x);
            a = TLanes.Create(a6[one]);
            c7x = TLanes.MultiplyAdd(a, bx, c7x);
            a = TLanes.Create(a6[two]);
            c8x = TLanes.MultiplyAdd(a, bx, c8x);
            a = TLanes.Create(*a9);
            c9x = TLanes.MultiplyAdd(a, bx, c9x);
            a = TLanes.Create(a9[one]);
            cAx = TLanes.MultiplyAdd(a, bx, cAx);
            a = TLanes.Create(a9[two]);
            cBx = TLanes.MultiplyAdd(a, bx, cBx);
            a0 += aStep;
            a3 += aStep;
            a6 += aStep;
            a9 += aStep;
            b += bStep;
        }

        float* c = tile.C;
        nint row = tile.CRow;
        TLanes floor = TLanes.Create(tile.Floor);
        TLanes.Store(c, TLanes.AtLeast(floor, c0x));
        TLanes.Store(c + row, TLanes.AtLeast(floor, c1x));
        TLanes.Store(c + (2 * row), TLanes.AtLeast(floor, c2x));
        TLanes.Store(c + (3 * row), TLanes.AtLeast(floor, c3x));
        TLanes.Store(c + (4 * row), TLanes.AtLeast(floor, c4x));
        TLanes.Store(c + (5 * row), TLanes.AtLeast(floor, c5x));
        TLanes.Store(c + (6 * row), TLanes.AtLeast(floor, c6x));
        TLanes.Store(c + (7 * row), TLanes.AtLeast(floor, c7x));
        TLanes.Store(c + (8 * row), TLanes.AtLeast(floor, c8x));
        TLanes.Store(c + (9 * row), TLanes.AtLeast(floor, c9x));
        TLanes.Store(c + (10 * row), TLanes.AtLeast(floor, cAx));
        TLanes.Store(c + (11 * row), TLanes.AtLeast(floor, cBx));
    }
}
