namespace Oversight.Numerics;

/// <summary>How a matrix product is cut into blocks, and which of its operands are packed: by the caches, from the shape alone.</summary>
/// <remarks>
/// A panel of B, two vectors wide, stays in the first level while the tiles of a block of A, which stays in the second, pass
/// over it. Results do not depend on any of this.
/// </remarks>
internal readonly struct MatrixBlocking
{
    /// <summary>Columns of a panel where vectors are widest.</summary>
    public const int WidestPanel = 32;

    // Fewer passes over C are worth a panel of B that fills the first level: 48 KiB at two AVX-512 vectors.
    private const int MostDepths = 384;

    // A is read across its rows: every depth is a row, and often a page, of its own; beyond twice the 96 pages that processors translate at once it got slower.
    private const int MostDepthsAcross = 192;

    // 1,024 packed columns of 384 depths are 1.5 MiB.
    private const int MostColumns = 1024;

    // Floats of A in a block of rows: 256 KiB.
    private const int RowBlockFloats = 64 * 1024;

    // Fewer rows than this use whole panels of B where they lie: packing would cost more than it saves.
    private const int RowsWorthPacking = 24;

    // Reading A across its rows costs more the farther they are apart; packing it pays the more, the more panels of B use it.
    private const int StrideTimesPanelsWorthPacking = 4096;

    // The same where A is read along its rows, which is nearly as fast as reading it packed.
    private const int StrideTimesPanelsWorthGathering = 32 * 1024;

    // Floats of operands and result that, with what is packed, stay in the second level: 1 MiB.
    private const int SmallFloats = 256 * 1024;

    private MatrixBlocking(bool packsLeft, bool packsRight, bool isLarge, bool isLong, int rows, int columns, int depths, int rightFloats, int leftFloats) =>
        (PacksLeft, PacksRight, IsLarge, IsLong, Rows, Columns, Depths, RightFloats, LeftFloats) =
        (packsLeft, packsRight, isLarge, isLong, rows, columns, depths, rightFloats, leftFloats);

    /// <summary>Whether A is packed: in tiles where it is read across its rows, else row by row.</summary>
    public bool PacksLeft { get; }

    /// <summary>Whether B is packed even where its panels are whole.</summary>
    public bool PacksRight { get; }

    /// <summary>Whether operands and result lie in slower memory than the second level.</summary>
    public bool IsLarge { get; }

    /// <summary>Whether the sums take several blocks.</summary>
    public bool IsLong { get; }

    /// <summary>Rows of a block, but for the last.</summary>
    public int Rows { get; }

    /// <summary>Columns of a block, but for the last.</summary>
    public int Columns { get; }

    /// <summary>Depths of a block, but for the last.</summary>
    public int Depths { get; }

    /// <summary>Floats that the packed panels of B take in a block, a whole number of cache lines.</summary>
    public int RightFloats { get; }

    /// <summary>Floats that the packed tiles of A take in a block.</summary>
    public int LeftFloats { get; }

    /// <summary>Columns that the panels of so many columns take, where each has so many.</summary>
    public static int PanelColumns(int columns, int panel) => UpTo(columns, panel);

    /// <summary>Floats before the panels of a block where those of all blocks lie one after the other: blocks of columns, in each the blocks of depths.</summary>
    public static nint PanelsBefore<TLanes>(int depth, in MatrixBlock block)
        where TLanes : unmanaged, ILanes<TLanes> =>
        ((nint)block.Column * depth) + ((nint)PanelColumns(block.Columns, 2 * TLanes.Count) * block.Depth);

    /// <summary>The blocks of a product with rows and columns.</summary>
    public static MatrixBlocking Of<TLanes>(in MatrixOperands operands)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        bool isAcross = operands.AStep != 1, isTall = operands.Rows >= RowsWorthPacking;
        nint strideTimesPanels = (isAcross ? operands.AStep : operands.ARow) * (operands.Columns / (2 * TLanes.Count));
        bool packsLeft = isTall && strideTimesPanels >= (isAcross ? StrideTimesPanelsWorthPacking : StrideTimesPanelsWorthGathering);
        int mostDepths = isAcross && !packsLeft ? MostDepthsAcross : MostDepths;
        bool isLarge = ((long)operands.Rows * operands.Columns) + ((long)operands.Depth * (operands.Rows + operands.Columns)) > SmallFloats;
        int depths = Even(operands.Depth, mostDepths, CacheLine.Floats);
        int mostRows = Math.Max(RowBlockFloats / Math.Max(depths, 1), 8 * TLanes.TileRows) / TLanes.TileRows * TLanes.TileRows;
        int rows = Even(operands.Rows, mostRows, TLanes.TileRows);
        int columns = Math.Min(operands.Columns, MostColumns);
        return new(
            packsLeft,
            isTall || operands.BTransposed || operands.Scale != 1f || operands.HasPanels,
            isLarge,
            operands.Depth > depths,
            rows,
            columns,
            depths,
            operands.HasPanels ? 0 : UpTo(columns, Math.Max(2 * TLanes.Count, CacheLine.Floats)) * depths,
            !packsLeft ? 0 : (int)(isAcross ? rows / TLanes.TileRows * LeftPacking.TileFloats<TLanes>(depths) : rows * LeftPacking.RowFloats(depths)));
    }

    // The size of as few pieces as there must be, all but the last of the same size, a multiple of the unit.
    private static int Even(int length, int most, int unit)
    {
        if (length <= most) return UpTo(length, unit);
        int pieces = (length + most - 1) / most;
        return UpTo((length + pieces - 1) / pieces, unit);
    }

    private static int UpTo(int length, int unit) => (length + unit - 1) / unit * unit;
}
