using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

/// <summary>A matrix tile of 6 rows and two vectors, summed in 12 registers.</summary>
/// <remarks>Every sum is a local of its own, so that the compiler keeps all of them in registers; hence the length.</remarks>
internal static unsafe class Tile6x2
{
    /// <summary>Computes the tile. Every element is one chain of multiply-adds in the order of depth.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Run<TLanes>(in MatrixTile tile)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        TLanes c0x = TLanes.Zero, c0y = TLanes.Zero, c1x = TLanes.Zero, c1y = TLanes.Zero,
            c2x = TLanes.Zero, c2y = TLanes.Zero, c3x = TLanes.Zero, c3y = TLanes.Zero;
        TLanes c4x = TLanes.Zero, c4y = TLanes.Zero, c5x = TLanes.Zero, c5y = TLanes.Zero;
        if (tile.Start != null)
        {
            float* start = tile.Start;
            nint next = tile.StartRow;
            c0x = TLanes.Load(start);
            c0y = TLanes.Load(start + TLanes.Count);
            c1x = TLanes.Load(start + next);
            c1y = TLanes.Load(start + next + TLanes.Count);
            c2x = TLanes.Load(start + (2 * next));
            c2y = TLanes.Load(start + (2 * next) + TLanes.Count);
            c3x = TLanes.Load(start + (3 * next));
            c3y = TLanes.Load(start + (3 * next) + TLanes.Count);
            c4x = TLanes.Load(start + (4 * next));
            c4y = TLanes.Load(start + (4 * next) + TLanes.Count);
            c5x = TLanes.Load(start + (5 * next));
            c5y = TLanes.Load(start + (5 * next) + TLanes.Count);
        }

        nint one = tile.ARow, two = 2 * one, aStep = tile.AStep, bStep = tile.BStep;
        float* a0 = tile.A, a3 = a0 + one + two;
        float* b = tile.B;
        TileAhead ahead = tile.Ahead;
        int piece = ahead.Piece(tile.Depth, 6);
        for (int left = tile.Depth; left > 0; left -= piece)
        {
            ahead.Fetch();
            for (int k = Math.Min(piece, left); k > 0; k--)
            {
                TLanes bx = TLanes.Load(b), by = TLanes.Load(b + TLanes.Count);
                TLanes a = TLanes.Create(*a0);
                c0x = TLanes.MultiplyAdd(a, bx, c0x);
                c0y = TLanes.MultiplyAdd(a, by, c0y);
                a = TLanes.Create(a0[one]);
                c1x = TLanes.MultiplyAdd(a, bx, c1x);
                c1y = TLanes.MultiplyAdd(a, by, c1y);
                a = TLanes.Create(a0[two]);
                c2x = TLanes.MultiplyAdd(a, bx, c2x);
                c2y = TLanes.MultiplyAdd(a, by, c2y);
                a = TLanes.Create(*a3);
                c3x = TLanes.MultiplyAdd(a, bx, c3x);
                c3y = TLanes.MultiplyAdd(a, by, c3y);
                a = TLanes.Create(a3[one]);
                c4x = TLanes.MultiplyAdd(a, bx, c4x);
                c4y = TLanes.MultiplyAdd(a, by, c4y);
                a = TLanes.Create(a3[two]);
                c5x = TLanes.MultiplyAdd(a, bx, c5x);
                c5y = TLanes.MultiplyAdd(a, by, c5y);
                a0 += aStep;
                a3 += aStep;
                b += bStep;
            }
        }

        float* c = tile.C;
        nint row = tile.CRow;
        TLanes floor = TLanes.Create(tile.Floor);
        TLanes.Store(c, TLanes.AtLeast(floor, c0x));
        TLanes.Store(c + TLanes.Count, TLanes.AtLeast(floor, c0y));
        TLanes.Store(c + row, TLanes.AtLeast(floor, c1x));
        TLanes.Store(c + row + TLanes.Count, TLanes.AtLeast(floor, c1y));
        TLanes.Store(c + (2 * row), TLanes.AtLeast(floor, c2x));
        TLanes.Store(c + (2 * row) + TLanes.Count, TLanes.AtLeast(floor, c2y));
        TLanes.Store(c + (3 * row), TLanes.AtLeast(floor, c3x));
        TLanes.Store(c + (3 * row) + TLanes.Count, TLanes.AtLeast(floor, c3y));
        TLanes.Store(c + (4 * row), TLanes.AtLeast(floor, c4x));
        TLanes.Store(c + (4 * row) + TLanes.Count, TLanes.AtLeast(floor, c4y));
        TLanes.Store(c + (5 * row), TLanes.AtLeast(floor, c5x));
        TLanes.Store(c + (5 * row) + TLanes.Count, TLanes.AtLeast(floor, c5y));
    }
}
