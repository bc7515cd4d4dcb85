using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

/// <summary>The inner loop of the matrix product: a tile of C, summed in registers.</summary>
/// <remarks>
/// A full tile has 12 rows or 6, as <see cref="ILanes{TSelf}.TileRows"/> says; the rows left over go in tiles of up to 4. The
/// compiler makes a loop for each shape, without what the shape does not have. Every row is a local of its own, so that all
/// sums stay in registers, which fields of one structure do not; hence the length.
/// </remarks>
internal static unsafe class TileKernel
{
    /// <summary>Computes a tile and returns its rows. Every element is one chain of multiply-adds in the order of depth.</summary>
    internal static int Run<TLanes>(in MatrixTile tile, int rows, int width)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        bool isWide = width > TLanes.Count;
        if (rows >= TLanes.TileRows)
        {
            if (isWide) Run<TLanes, FullWide>(tile, TLanes.TileRows);
            else Run<TLanes, FullNarrow>(tile, TLanes.TileRows);
            return TLanes.TileRows;
        }
        if (isWide) Run<TLanes, RestWide>(tile, rows);
        else Run<TLanes, RestNarrow>(tile, rows);
        return Math.Min(rows, 4);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Run<TLanes, TShape>(in MatrixTile tile, int rows)
        where TLanes : unmanaged, ILanes<TLanes>
        where TShape : struct, ITileShape
    {
        bool hasSix = TShape.IsFull, hasTwelve = TShape.IsFull && TLanes.TileRows == 12;
        // A row that is missing repeats the last one: it computes and stores the same values in the same place.
        nint row1 = hasSix || rows > 1 ? 1 : 0, row2 = hasSix || rows > 2 ? 2 : row1, row3 = hasSix || rows > 3 ? 3 : row2;
        TileRow<TLanes, TShape> c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default;
        TileRow<TLanes, TShape> c6 = default, c7 = default, c8 = default, c9 = default, c10 = default, c11 = default;
        if (tile.Start != null)
        {
            float* start = tile.Start;
            nint next = tile.StartRow;
            c0.Load(start);
            c1.Load(start + (row1 * next));
            c2.Load(start + (row2 * next));
            c3.Load(start + (row3 * next));
            if (hasSix)
            {
                c4.Load(start + (4 * next));
                c5.Load(start + (5 * next));
            }
            if (hasTwelve)
            {
                c6.Load(start + (6 * next));
                c7.Load(start + (7 * next));
                c8.Load(start + (8 * next));
                c9.Load(start + (9 * next));
                c10.Load(start + (10 * next));
                c11.Load(start + (11 * next));
            }
        }

        nint one = row1 * tile.ARow, two = row2 * tile.ARow, aStep = tile.AStep, bStep = tile.BStep;
        float* a0 = tile.A, a3 = a0 + (row3 * tile.ARow), a6 = a3 + one + two, a9 = a6 + one + two;
        float* b = tile.B;
        TileAhead ahead = tile.Ahead;
        bool fetches = TShape.IsFull && TShape.IsWide;
        int piece = fetches ? ahead.Piece(tile.Depth, TLanes.TileRows) : tile.Depth;
        for (int left = tile.Depth; left > 0; left -= piece)
        {
            if (fetches) ahead.Fetch();
            for (int k = Math.Min(piece, left); k > 0; k--)
            {
                TLanes bx = TLanes.Load(b), by = TShape.IsWide ? TLanes.Load(b + TLanes.Count) : TLanes.Zero;
                c0.Add(*a0, bx, by);
                c1.Add(a0[one], bx, by);
                c2.Add(a0[two], bx, by);
                c3.Add(*a3, bx, by);
                if (hasSix)
                {
                    c4.Add(a3[one], bx, by);
                    c5.Add(a3[two], bx, by);
                }
                if (hasTwelve)
                {
                    c6.Add(*a6, bx, by);
                    c7.Add(a6[one], bx, by);
                    c8.Add(a6[two], bx, by);
                    c9.Add(*a9, bx, by);
                    c10.Add(a9[one], bx, by);
                    c11.Add(a9[two], bx, by);
                    a6 += aStep;
                    a9 += aStep;
                }
                a0 += aStep;
                a3 += aStep;
                b += bStep;
            }
        }

        float* c = tile.C;
        nint row = tile.CRow;
        TLanes floor = TLanes.Create(tile.Floor);
        c0.Store(c, floor);
        c1.Store(c + (row1 * row), floor);
        c2.Store(c + (row2 * row), floor);
        c3.Store(c + (row3 * row), floor);
        if (hasSix)
        {
            c4.Store(c + (4 * row), floor);
            c5.Store(c + (5 * row), floor);
        }
        if (hasTwelve)
        {
            c6.Store(c + (6 * row), floor);
            c7.Store(c + (7 * row), floor);
            c8.Store(c + (8 * row), floor);
            c9.Store(c + (9 * row), floor);
            c10.Store(c + (10 * row), floor);
            c11.Store(c + (11 * row), floor);
        }
    }

    private readonly struct FullWide : ITileShape
    {
        public static bool IsFull => true;

        public static bool IsWide => true;
    }

    private readonly struct FullNarrow : ITileShape
    {
        public static bool IsFull => true;

        public static bool IsWide => false;
    }

    private readonly struct RestWide : ITileShape
    {
        public static bool IsFull => false;

        public static bool IsWide => true;
    }

    private readonly struct RestNarrow : ITileShape
    {
        public static bool IsFull => false;

        public static bool IsWide => false;
    }
}
