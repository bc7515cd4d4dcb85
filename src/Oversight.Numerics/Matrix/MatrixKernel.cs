using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

/// <summary>The blocked matrix product: packs pieces of its operands and runs the tile kernels over them.</summary>
/// <remarks>
/// Blocking does not change results: every element of C is one chain of multiply-adds in the order of depth, parked in C
/// between blocks, exactly as in <see cref="ReferenceMatrixMultiply"/>.
/// </remarks>
internal unsafe struct MatrixKernel(in MatrixOperands operands) : IKernel
{
    private const int MostTileRows = 12;

    // What is read next is fetched in rows of so many floats, one for each row of a tile.
    private const int NextRow = 128;

    // Shorter sums of a small product are over before what they add to could come from slower memory.
    private const int DepthsWorthFetching = 96;

    private MatrixOperands _operands = operands;
    private MatrixBlocking _blocking;
    private float* _panels;
    private float* _tiles;

    // Whether all panels of a block are packed before the first is used.
    private readonly bool PacksTogether =>
        _blocking.IsLong && _blocking.IsLarge && _blocking.PacksRight && !_operands.BTransposed && !_operands.HasPanels;

    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes>
    {
        if (_operands.Rows == 0 || _operands.Columns == 0) return;
        _blocking = MatrixBlocking.Of<TLanes>(_operands);
        _panels = PackingScratch.Rent(_blocking.RightFloats + _blocking.LeftFloats);
        _tiles = _panels + _blocking.RightFloats;
        for (int column = 0; column < _operands.Columns; column += _blocking.Columns)
        {
            int depth = 0;
            do
            {
                for (int row = 0; row < _operands.Rows; row += _blocking.Rows) RunBlock<TLanes>(Block(row, column, depth));
                depth += _blocking.Depths;
            }
            while (depth < _operands.Depth);
        }
    }

    private readonly MatrixBlock Block(int row, int column, int depth) => new(
        row,
        Math.Min(_blocking.Rows, _operands.Rows - row),
        column,
        Math.Min(_blocking.Columns, _operands.Columns - column),
        depth,
        Math.Min(_blocking.Depths, _operands.Depth - depth));

    private readonly void RunBlock<TLanes>(in MatrixBlock block)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        if (PacksTogether && block.Row == 0) RightPacking.PackTogether<TLanes>(_operands, block, _panels);
        if (_blocking.PacksLeft) PackLeft<TLanes>(block);
        (BlockAhead left, BlockAhead right) = Ahead<TLanes>(block);
        float* panel = _operands.HasPanels ? _operands.Panels + MatrixBlocking.PanelsBefore<TLanes>(_operands.Depth, block) : _panels;
        for (int offset = 0; offset < block.Columns;)
        {
            int width = RightPacking.PanelWidth<TLanes>(block, offset), used = Math.Min(width, block.Columns - offset);
            MatrixTile tile = FirstTile<TLanes>(block, block.Column + offset);
            PlaceRight<TLanes>(block, offset, width, used, panel, ref tile);
            panel += width * block.Depths;
            // Panels packed beforehand lie in slower memory than those that were packed just now.
            if (_operands.HasPanels) right = new BlockAhead(panel, width, block.Depths, width, block.Rows / TLanes.TileRows, TLanes.TileRows);
            if (used == width) RunPanel<TLanes>(ref tile, block.Rows, width, ref left, ref right);
            else RunPartialPanel<TLanes>(tile, block.Rows, width, used);
            offset += width;
        }
    }

    // Where tiles read B: as it lies, or from a panel, packed now if it is not yet.
    private readonly void PlaceRight<TLanes>(in MatrixBlock block, int offset, int width, int used, float* panel, ref MatrixTile tile)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        if (used == width && !_blocking.PacksRight)
        {
            tile.B = _operands.B + (block.Depth * _operands.BRow) + block.Column + offset;
            tile.BStep = _operands.BRow;
            return;
        }
        if (block.Row == 0 && !PacksTogether && !_operands.HasPanels)
            RightPacking.Pack<TLanes>(_operands, block.Column + offset, used, block.Depth, block.Depths, width, panel);
        tile.B = panel;
        tile.BStep = width;
    }

    private readonly float* LeftOf(in MatrixBlock block) => _operands.A + (block.Row * _operands.ARow) + (block.Depth * _operands.AStep);

    // What the block after this one reads from A and, where it begins another piece of the sums, from B.
    private readonly (BlockAhead Left, BlockAhead Right) Ahead<TLanes>(in MatrixBlock block)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        if (_operands.Next != null && block.Row == 0 && block.Column == 0 && block.Depth == 0)
            return (new(_operands.Next, NextRow, _operands.NextLength / NextRow, NextRow, 1, TLanes.TileRows), default);
        if (!_blocking.IsLarge) return default;
        int row = block.Row + block.Rows, depth = block.Depth;
        if (row == _operands.Rows) (row, depth) = (0, depth + block.Depths);
        if (depth >= _operands.Depth) return default;
        MatrixBlock next = Block(row, block.Column, depth);
        int tiles = block.Rows / TLanes.TileRows * (block.Columns / (2 * TLanes.Count));
        bool readsRight = depth != block.Depth && !_operands.BTransposed && !_operands.HasPanels;
        int leftTiles = readsRight ? (int)((long)tiles * next.Rows / (next.Rows + next.Columns)) : tiles;
        BlockAhead left = _operands.AStep == 1
            ? new(LeftOf(next), _operands.ARow, next.Rows, next.Depths, leftTiles, TLanes.TileRows)
            : new(LeftOf(next), _operands.AStep, next.Depths, next.Rows, leftTiles, TLanes.TileRows);
        if (!readsRight) return (left, default);
        float* right = _operands.B + (depth * _operands.BRow) + block.Column;
        return (left, new(right, _operands.BRow, next.Depths, next.Columns, tiles - leftTiles, TLanes.TileRows));
    }

    private readonly MatrixTile FirstTile<TLanes>(in MatrixBlock block, int column)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        bool first = block.Depth == 0;
        bool last = block.Depth + block.Depths == _operands.Depth;
        float* c = _operands.C + (block.Row * _operands.CRow) + column;
        bool packed = _blocking.PacksLeft, across = _operands.AStep != 1;
        nint row = !packed ? _operands.ARow : across ? 1 : LeftPacking.RowFloats(block.Depths);
        return new MatrixTile
        {
            Depth = block.Depths,
            A = packed ? _tiles : LeftOf(block),
            ARow = row,
            AStep = packed && across ? TLanes.TileRows : _operands.AStep,
            ATile = packed && across ? LeftPacking.TileFloats<TLanes>(block.Depths) : TLanes.TileRows * row,
            C = c,
            CRow = _operands.CRow,
            Start = !first ? c : _operands.Start == null ? null : _operands.Start + (block.Row * _operands.StartRow) + column,
            StartRow = first ? _operands.StartRow : _operands.CRow,
            Floor = last && _operands.Relu ? 0f : float.NegativeInfinity,
            Residual = last && _operands.Residual != null ? _operands.Residual + (block.Row * _operands.CRow) + column : null,
        };
    }

    private readonly void PackLeft<TLanes>(in MatrixBlock block)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        if (_operands.AStep == 1) LeftPacking.Gather(LeftOf(block), _operands.ARow, block.Depths, block.Rows, _tiles);
        else LeftPacking.Pack<TLanes>(LeftOf(block), _operands.AStep, block.Depths, block.Rows, _tiles);
    }

    private readonly void RunPanel<TLanes>(ref MatrixTile tile, int rows, int width, ref BlockAhead left, ref BlockAhead right)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        (tile.Ahead.CRow, tile.Ahead.CLast) = (tile.CRow, width - 1);
        bool fetches = _blocking.IsLarge || (tile.Start == tile.C && tile.Depth >= DepthsWorthFetching);
        while (rows > 0)
        {
            tile.Ahead.C = fetches && rows > TLanes.TileRows ? tile.C + (TLanes.TileRows * tile.CRow) : null;
            if (rows >= TLanes.TileRows) FetchNext(ref tile.Ahead, ref left, ref right);
            int done = TileKernel.Run<TLanes>(tile, rows, width);
            if (tile.Residual != null) AddResidual<TLanes>(ref tile, done, width);
            Advance<TLanes>(ref tile, done);
            rows -= done;
        }
    }

    // The next panel is needed before what the caller reads; otherwise what comes next in A before what comes next in B.
    private readonly void FetchNext(ref TileAhead ahead, ref BlockAhead left, ref BlockAhead right)
    {
        ref BlockAhead first = ref _operands.HasPanels ? ref right : ref left;
        ref BlockAhead second = ref _operands.HasPanels ? ref left : ref right;
        if (!first.TryNext(ref ahead)) second.TryNext(ref ahead);
    }

    // Past rows that are done; only the last tile of a block has less than the full height.
    private static void Advance<TLanes>(ref MatrixTile tile, int rows)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        tile.A += rows == TLanes.TileRows ? tile.ATile : rows * tile.ARow;
        tile.C += rows * tile.CRow;
        if (tile.Start != null) tile.Start += rows * tile.StartRow;
    }

    // The tile's last vector is not full: it runs on a whole tile beside, of which the used columns are copied.
    [SkipLocalsInit]
    private static void RunPartialPanel<TLanes>(MatrixTile tile, int rows, int width, int used)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        float* beside = stackalloc float[MostTileRows * MatrixBlocking.WidestPanel];
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
            int done = TileKernel.Run<TLanes>(whole, count, width);
            CopyRows<TLanes>(beside, width, tile.C, tile.CRow, done, used);
            if (tile.Residual != null) AddResidual<TLanes>(ref tile, done, used);
            Advance<TLanes>(ref tile, done);
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
