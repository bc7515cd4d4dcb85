using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Oversight.Numerics;

/// <summary>What a tile kernel fetches into the caches for later while it computes, a little for each of its rows.</summary>
/// <remarks>All at once, these fetches would occupy the few line buffers of the first level, and the kernel's own reads would wait for the memory behind them.</remarks>
internal unsafe struct TileAhead
{
    // Pieces shorter than this cost more than fetching saves.
    private const int ShortestPiece = 3;

    /// <summary>First element of the next tile's C; null for none.</summary>
    public float* C;

    /// <summary>Distance between rows of C.</summary>
    public nint CRow;

    /// <summary>The last column of C in the tile.</summary>
    public int CLast;

    /// <summary>First float of what a later block reads; null for none.</summary>
    public float* Block;

    /// <summary>Distance between rows of <see cref="Block"/>.</summary>
    public nint BlockRow;

    /// <summary>Floats to fetch of a row of <see cref="Block"/>.</summary>
    public int BlockLength;

    /// <summary>How many depths a kernel of so many rows sums between fetches.</summary>
    public readonly int Piece(int depth, int rows)
    {
        int piece = (depth + rows - 1) / rows;
        return (C == null && Block == null) || piece < ShortestPiece ? Math.Max(depth, 1) : piece;
    }

    /// <summary>Fetches a row, and moves on to the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fetch()
    {
        if (!Sse.IsSupported) return;
        if (C != null)
        {
            Sse.Prefetch0(C);
            Sse.Prefetch0(C + CLast);
            C += CRow;
        }
        if (Block != null)
        {
            for (nint i = 0; i < BlockLength; i += CacheLine.Floats) Sse.Prefetch1(Block + i);
            Block += BlockRow;
        }
    }
}
