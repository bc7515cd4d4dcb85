namespace Oversight.Numerics;

/// <summary>The right operand of products, cut beforehand into the panels that the kernels stream through: for a matrix that several products share.</summary>
/// <remarks>
/// Products give the same bits as with the matrix as it lies. They may read it from several threads; packing is for one thread,
/// when no product reads.
/// </remarks>
public sealed unsafe class PackedMatrix : IDisposable
{
    private readonly AlignedBuffer _panels;
    private bool _isPacked;

    /// <summary>Makes room; nothing is packed yet.</summary>
    /// <param name="depth">Rows of the operand.</param>
    /// <param name="columns">Columns of the operand.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative.</exception>
    public PackedMatrix(int depth, int columns)
    {
        ThrowHelper.CheckSize(depth);
        ThrowHelper.CheckSize(columns);
        (Depth, Columns) = (depth, columns);
        _panels = new AlignedBuffer(checked(MatrixBlocking.PanelColumns(columns, MatrixBlocking.WidestPanel) * depth));
    }

    /// <summary>Rows of the operand.</summary>
    public int Depth { get; }

    /// <summary>Columns of the operand.</summary>
    public int Columns { get; }

    /// <summary>The panels, block after block of columns, in each block after block of depths.</summary>
    /// <exception cref="InvalidOperationException">Nothing was packed.</exception>
    internal float* Panels => _isPacked ? _panels.Pointer : throw new InvalidOperationException("The matrix must be packed before a product reads it.");

    /// <summary>Packs the operand, or packs it anew.</summary>
    /// <param name="b">Depth x Columns or, transposed, Columns x Depth.</param>
    /// <param name="ldb">Row stride of b in floats.</param>
    /// <param name="transposed">Whether the operand is the transpose of b.</param>
    /// <exception cref="ArgumentException">The stride is shorter than a row, or the span too short.</exception>
    public void Pack(ReadOnlySpan<float> b, int ldb, bool transposed = false)
    {
        if (transposed) ThrowHelper.CheckMatrix(b, Columns, Depth, ldb);
        else ThrowHelper.CheckMatrix(b, Depth, Columns, ldb);
        fixed (float* right = b)
        {
            PackedMatrixKernel kernel = new(new MatrixOperands
            {
                Columns = Columns,
                Depth = Depth,
                AStep = 1,
                B = right,
                BRow = ldb,
                BTransposed = transposed,
                Scale = 1f,
            }, _panels.Pointer);
            Simd.Run(ref kernel);
        }
        _isPacked = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isPacked = false;
        _panels.Dispose();
    }
}
