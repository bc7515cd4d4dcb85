using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

/// <summary>Copies a block of the left matrix, read across its rows, to tiles as high as a tile kernel, that it reads front to back; or gathers its rows, where they are read along but lie far apart.</summary>
/// <remarks>
/// A tile holds, depth after depth, one float of each of its rows. Far apart, these would share few sets of the caches and cost
/// a page each.
/// </remarks>
internal static unsafe class LeftPacking
{
    // So many rows of the source are cut into tiles before the next: their lines and pages are still near.
    private const int DepthsAtOnce = 16;

    /// <summary>Floats from one packed tile to the next: the last vector written ends beyond its tile.</summary>
    internal static nint TileFloats<TLanes>(int depths)
        where TLanes : unmanaged, ILanes<TLanes> => (TLanes.TileRows * (nint)depths) + TLanes.Count;

    /// <summary>Floats from one row to the next where rows are packed as they are: never a power of two.</summary>
    internal static nint RowFloats(int depths) => depths + CacheLine.Floats;

    /// <summary>Brings the rows of a block, which lie far apart, together.</summary>
    /// <param name="source">The block's first element.</param>
    /// <param name="stride">Distance between rows.</param>
    /// <param name="depths">Floats of a row.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="packed">Takes the rows, <see cref="RowFloats"/> apart.</param>
    internal static void Gather(float* source, nint stride, int depths, int rows, float* packed)
    {
        for (int row = 0; row < rows; row++, source += stride, packed += RowFloats(depths))
            Unsafe.CopyBlockUnaligned(packed, source, (uint)depths * sizeof(float));
    }

    /// <summary>Packs a block.</summary>
    /// <param name="source">The block's first element; the element of row r at depth k is <c>source[k * stride + r]</c>.</param>
    /// <param name="stride">Distance between depths, at least <paramref name="rows"/>.</param>
    /// <param name="depths">Depths of the block.</param>
    /// <param name="rows">Rows of the block; the last tile may have fewer than the others.</param>
    /// <param name="tiles">Takes the tiles, <see cref="TileFloats"/> apart.</param>
    internal static void Pack<TLanes>(float* source, nint stride, int depths, int rows, float* tiles)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        nint tileFloats = TileFloats<TLanes>(depths);
        for (int depth = 0; depth < depths; depth += DepthsAtOnce)
        {
            int count = Math.Min(DepthsAtOnce, depths - depth);
            float* tile = tiles;
            for (int row = 0; row < rows; row += TLanes.TileRows, tile += tileFloats)
            {
                if (row + TLanes.TileRows + TLanes.Count <= rows) PackWhole<TLanes>(source + row, stride, count, tile);
                else PackPart<TLanes>(source + row, stride, count, Math.Min(TLanes.TileRows, rows - row), tile);
            }
            source += DepthsAtOnce * stride;
            tiles += DepthsAtOnce * TLanes.TileRows;
        }
    }

    // Whole vectors, the last of which may reach beyond the tile: what it writes there, the next depth overwrites.
    private static void PackWhole<TLanes>(float* source, nint stride, int depths, float* tile)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        for (int k = 0; k < depths; k++, source += stride, tile += TLanes.TileRows)
        {
            for (int row = 0; row < TLanes.TileRows; row += TLanes.Count) TLanes.Store(tile + row, TLanes.Load(source + row));
        }
    }

    // The same without reading past the block.
    private static void PackPart<TLanes>(float* source, nint stride, int depths, int rows, float* tile)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        for (int k = 0; k < depths; k++, source += stride, tile += TLanes.TileRows)
        {
            for (int row = 0; row < rows; row += TLanes.Count)
                TLanes.Store(tile + row, TLanes.LoadPartial(source + row, Math.Min(TLanes.Count, rows - row)));
        }
    }
}
