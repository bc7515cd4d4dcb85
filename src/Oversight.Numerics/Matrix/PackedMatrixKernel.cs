namespace Oversight.Numerics;

/// <summary>Packs all panels of a right matrix, in the order in which <see cref="MatrixKernel"/> reads them.</summary>
internal readonly unsafe struct PackedMatrixKernel(in MatrixOperands operands, float* panels) : IKernel
{
    private readonly MatrixOperands _operands = operands;
    private readonly float* _panels = panels;

    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes>
    {
        MatrixBlocking blocking = MatrixBlocking.Of<TLanes>(_operands);
        for (int column = 0; column < _operands.Columns; column += blocking.Columns)
        {
            for (int depth = 0; depth < _operands.Depth; depth += blocking.Depths)
            {
                MatrixBlock block = new(
                    0, 0, column, Math.Min(blocking.Columns, _operands.Columns - column), depth, Math.Min(blocking.Depths, _operands.Depth - depth));
                RightPacking.PackTogether<TLanes>(_operands, block, _panels + MatrixBlocking.PanelsBefore<TLanes>(_operands.Depth, block));
            }
        }
    }
}
