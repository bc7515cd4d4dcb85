namespace Oversight.Numerics;

/// <summary>A whole matrix product C = start + scale * A · B, then perhaps ReLU, with A and B in either orientation.</summary>
internal unsafe struct MatrixOperands
{
    /// <summary>Rows of C.</summary>
    public int Rows;

    /// <summary>Columns of C.</summary>
    public int Columns;

    /// <summary>Number of products summed into each element of C.</summary>
    public int Depth;

    /// <summary>First element of A; the element of row r at depth k is <c>A[r * ARow + k * AStep]</c>.</summary>
    public float* A;

    /// <summary>Distance between rows of A.</summary>
    public nint ARow;

    /// <summary>Distance between columns of A.</summary>
    public nint AStep;

    /// <summary>First element of B.</summary>
    public float* B;

    /// <summary>Row stride of B as it lies in memory.</summary>
    public nint BRow;

    /// <summary>Whether memory holds B transposed: Columns rows of Depth floats.</summary>
    public bool BTransposed;

    /// <summary>The panels of B, where it was packed beforehand; null where it was not. Then nothing else of B is read.</summary>
    public float* Panels;

    /// <summary>Whether B was packed beforehand.</summary>
    public readonly bool HasPanels => Panels != null;

    /// <summary>What the caller reads after a product with <see cref="Panels"/>, fetched while it runs; null for nothing.</summary>
    public float* Next;

    /// <summary>Floats of <see cref="Next"/>.</summary>
    public int NextLength;

    /// <summary>First element of C.</summary>
    public float* C;

    /// <summary>Row stride of C.</summary>
    public nint CRow;

    /// <summary>What the sums start from, in rows <see cref="StartRow"/> apart; null for 0.</summary>
    public float* Start;

    /// <summary>Row stride of <see cref="Start"/>: 0 for one bias row.</summary>
    public nint StartRow;

    /// <summary>Factor of the product; it is applied to the elements of B.</summary>
    public float Scale;

    /// <summary>Whether negative results become 0.</summary>
    public bool Relu;

    /// <summary>Added to the results, in the row stride of C; null for nothing.</summary>
    public float* Residual;
}
