using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Oversight.Numerics;

/// <summary>The blocked matrix product: packs pieces of B into panels and runs the tile kernels over them.</summary>
/// <remarks>
/// The blocks follow the caches: a panel of B stays in the first level while the tiles of a block of A, which stays in the
/// second, pass over it. Blocking does not change results: every element of C is one chain of multiply-adds in the order of
/// depth, parked in C between blocks, exactly as in <see cref="ReferenceMatrixMultiply"/>.
/// </remarks>
internal unsafe struct MatrixKernel(in MatrixOperands operands) : IKernel
{
    // A panel of 256 depths and two AVX-512 vectors is 32 KiB.
    private const int DepthBlock = 256;

    // 512 packed columns of 256 depths are 512 KiB.
    private const int ColumnBlock = 512;

    // Floats of A in a block of rows: 256 KiB.
    private const int RowBlockFloats = 64 * 1024;

    // Fewer rows than this use whole panels of B where they lie: packing would cost more than it saves.
    private const int RowsWorthPacking = 24;

    private const int CacheLineFloats = 16;
    private const int MostTileRows = 12;
    private const int MostTileColumns = 32;

    private MatrixOperands _operands = operands;

    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes>
    {
        if (_operands.Rows == 0 || _operands.Columns == 0) return;
        int fullWidth = 2 * TLanes.Count;
        int padded = (Math.Min(_operands.Columns, ColumnBlock) + fullWidth - 1) / fullWidth * fullWidth;
        float* packed = PackingScratch.Rent(padded * Math.Min(_operands.Depth, DepthBlock));
        for (int column = 0; column < _operands.Columns; column += ColumnBlock)
        {
            int columns = Math.Min(ColumnBlock, _operands.Columns - column);
            int depth = 0;
            do
            {
                int depths = Math.Min(DepthBlock, _operands.Depth - depth);
                RunBlock<TLanes>(column, columns, depth, depths, packed);
                depth += depths;
            }
            while (depth < _operands.Depth);
        }
    }

    private readonly void RunBlock<TLanes>(int firstColumn, int columns, int depth, int depths, float* packed)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        int rowBlock = Math.Max(RowBlockFloats / Math.Max(depths, 1), 8 * TLanes.TileRows) / TLanes.TileRows * TLanes.TileRows;
        for (int row = 0; row < _operands.Rows; row += rowBlock)
        {
            int rows = Math.Min(rowBlock, _operands.Rows - row);
            float* panel = packed;
            for (int offset = 0; offset < columns;)
            {
                int width = columns - offset > TLanes.Count ? 2 * TLanes.Count : TLanes.Count;
                int used = Math.Min(width, columns - offset);
                MatrixTile tile = BlockTile(row, firstColumn + offset, depth, depths);
                if (used == width && _operands.Rows < RowsWorthPacking && !_operands.BTransposed && _operands.Scale == 1f)
                {
                    tile.B = _operands.B + (depth * _operands.BRow) + firstColumn + offset;
                    tile.BStep = _operands.BRow;
                }
                else
                {
                    if (row == 0) Pack<TLanes>(firstColumn + offset, used, depth, depths, width, panel);
                    tile.B = panel;
                    tile.BStep = width;
                }
                if (used == width) RunPanel<TLanes>(tile, rows, width);
                else RunPartialPanel<TLanes>(tile, rows, width, used);
                panel += width * depths;
                offset += width;
            }
        }
    }

    private readonly MatrixTile BlockTile(int row, int column, int depth, int depths)
    {
        bool first = depth == 0;
        bool last = depth + depths == _operands.Depth;
        float* c = _operands.C + (row * _operands.CRow) + column;
        return new MatrixTile
        {
            Depth = depths,
            A = _operands.A + (row * _operands.ARow) + (depth * _operands.AStep),
            ARow = _operands.ARow,
            AStep = _operands.AStep,
            C = c,
            CRow = _operands.CRow,
            Start = !first ? c : _operands.Start == null ? null : _operands.Start + (row * _operands.StartRow) + column,
            StartRow = first ? _operands.StartRow : _operands.CRow,
            Floor = last && _operands.Relu ? 0f : float.NegativeInfinity,
            Residual = last && _operands.Residual != null ? _operands.Residual + (row * _operands.CRow) + column : null,
        };
    }

    private readonly void Pack<TLanes>(int column, int columns, int depth, int depths, int width, float* panel)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        nint stride = _operands.BRow;
        if (_operands.BTransposed)
        {
            PanelPacking.Transpose<TLanes>(
                _operands.B + (column * stride) + depth, stride, depths, columns, width, _operands.Scale, panel);
        }
        else
        {
            PanelPacking.Copy<TLanes>(_operands.B + (depth * stride) + column, stride, depths, columns, width, _operands.Scale, panel);
        }
    }

    private static void RunPanel<TLanes>(MatrixTile tile, int rows, int width)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        while (rows > 0)
        {
            if (tile.Start == tile.C && rows > TLanes.TileRows) PrefetchNextTile<TLanes>(tile, width);
            int done = RunTile<TLanes>(tile, rows, width);
            if (tile.Residual != null) AddResidual<TLanes>(ref tile, done, width);
            tile.A += done * tile.ARow;
            tile.C += done * tile.CRow;
            if (tile.Start != null) tile.Start += done * tile.StartRow;
            rows -= done;
        }
    }

    // A tile begins by reading what it adds to, often from far away: it is on its way while the tile before is summed.
    private static void PrefetchNextTile<TLanes>(in MatrixTile tile, int width)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        if (!Sse.IsSupported) return;
        float* c = tile.C + (TLanes.TileRows * tile.CRow);
        for (int row = 0; row < TLanes.TileRows; row++, c += tile.CRow)
        {
            for (int i = 0; i < width; i += CacheLineFloats) Sse.Prefetch0(c + i);
        }
    }

    // The tile's last vector is not full: it runs on a whole tile beside, of which the used columns are copied.
    [SkipLocalsInit]
    private static void RunPartialPanel<TLanes>(MatrixTile tile, int rows, int width, int used)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        float* beside = stackalloc float[MostTileRows * MostTileColumns];
        while (rows > 0)
        {
            int count = Math.Min(rows, TLanes.TileRows);
            MatrixTile whole = tile;
            whole.C = beside;
            whole.CRow = width;
            if (tile.Start != null)
            {
                CopyRows<TLanes>(tile.Start, tile.StartRow, beside, width, count, used);
                whole.Start = beside;
                whole.StartRow = width;
            }
            int done = RunTile<TLanes>(whole, count, width);
            CopyRows<TLanes>(beside, width, tile.C, tile.CRow, done, used);
            if (tile.Residual != null) AddResidual<TLanes>(ref tile, done, used);
            tile.A += done * tile.ARow;
            tile.C += done * tile.CRow;
            if (tile.Start != null) tile.Start += done * tile.StartRow;
            rows -= done;
        }
    }

    // Adds to the rows just written, and moves on.
    private static void AddResidual<TLanes>(ref MatrixTile tile, int rows, int columns)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        for (int row = 0; row < rows; row++, tile.Residual += tile.CRow)
        {
            float* c = tile.C + (row * tile.CRow);
            for (int i = 0; i < columns; i += TLanes.Count)
                Row.Store(c + i, Row.Load<TLanes>(tile.Residual + i, columns - i) + Row.Load<TLanes>(c + i, columns - i), columns - i);
        }
    }

    private static int RunTile<TLanes>(in MatrixTile tile, int rows, int width)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        bool two = width > TLanes.Count;
        if (TLanes.TileRows == 12 && rows >= 12)
        {
            if (two) Tile12x2.Run<TLanes>(tile);
            else Tile12x1.Run<TLanes>(tile);
            return 12;
        }
        if (TLanes.TileRows == 6 && rows >= 6)
        {
            if (two) Tile6x2.Run<TLanes>(tile);
            else Tile6x1.Run<TLanes>(tile);
            return 6;
        }
        if (two) Tile4x2.Run<TLanes>(tile, rows);
        else Tile4x1.Run<TLanes>(tile, rows);
        return Math.Min(rows, 4);
    }

    private static void CopyRows<TLanes>(float* source, nint sourceRow, float* destination, nint destinationRow, int rows, int columns)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        int whole = columns / TLanes.Count * TLanes.Count;
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < whole; column += TLanes.Count)
            {
                TLanes.Store(destination + column, TLanes.Load(source + column));
            }
            if (whole < columns)
            {
                TLanes.StorePartial(destination + whole, TLanes.LoadPartial(source + whole, columns - whole), columns - whole);
            }
            source += sourceRow;
            destination += destinationRow;
        }
    }
}
