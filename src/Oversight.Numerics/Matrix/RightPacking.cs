namespace Oversight.Numerics;

/// <summary>Cuts blocks of the right matrix, in either orientation, into panels.</summary>
internal static unsafe class RightPacking
{
    // So many rows of B are cut into panels before the next: their lines and pages are still near.
    private const int DepthsAtOnce = 16;

    /// <summary>Columns of the panel that begins at an offset in a block: two vectors but for the last, which may be one.</summary>
    internal static int PanelWidth<TLanes>(in MatrixBlock block, int offset)
        where TLanes : unmanaged, ILanes<TLanes> => block.Columns - offset > TLanes.Count ? 2 * TLanes.Count : TLanes.Count;

    /// <summary>All panels of a block, a few rows of B at a time: its rows lie far apart and often in slow memory.</summary>
    internal static void PackTogether<TLanes>(in MatrixOperands operands, in MatrixBlock block, float* panels)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        for (int depth = 0; depth < block.Depths; depth += DepthsAtOnce)
        {
            int depths = Math.Min(DepthsAtOnce, block.Depths - depth);
            float* panel = panels;
            for (int offset = 0; offset < block.Columns;)
            {
                int width = PanelWidth<TLanes>(block, offset), used = Math.Min(width, block.Columns - offset);
                Pack<TLanes>(operands, block.Column + offset, used, block.Depth + depth, depths, width, panel + (depth * width));
                panel += width * block.Depths;
                offset += width;
            }
        }
    }

    /// <summary>Some depths of a panel.</summary>
    internal static void Pack<TLanes>(in MatrixOperands operands, int column, int columns, int depth, int depths, int width, float* panel)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        nint stride = operands.BRow;
        if (operands.BTransposed)
        {
            PanelPacking.Transpose<TLanes>(operands.B + (column * stride) + depth, stride, depths, columns, width, operands.Scale, panel);
        }
        else
        {
            PanelPacking.Copy<TLanes>(operands.B + (depth * stride) + column, stride, depths, columns, width, operands.Scale, panel);
        }
    }
}
