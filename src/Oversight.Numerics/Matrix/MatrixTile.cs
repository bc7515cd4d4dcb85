namespace Oversight.Numerics;

/// <summary>One register-blocked piece of a matrix product, for a tile kernel: C = start + A · B, then perhaps ReLU.</summary>
internal unsafe struct MatrixTile
{
    /// <summary>Number of products summed into each element.</summary>
    public int Depth;

    /// <summary>First element of A; the element of row r at depth k is <c>A[r * ARow + k * AStep]</c>.</summary>
    public float* A;

    /// <summary>Distance between rows of A.</summary>
    public nint ARow;

    /// <summary>Distance between columns of A.</summary>
    public nint AStep;

    /// <summary>Distance from the first element of A in a tile of full height to that in the next.</summary>
    public nint ATile;

    /// <summary>First element of B; its rows are contiguous and <see cref="BStep"/> apart.</summary>
    public float* B;

    /// <summary>Distance between rows of B.</summary>
    public nint BStep;

    /// <summary>What the sums start from, in rows <see cref="StartRow"/> apart; null for 0.</summary>
    public float* Start;

    /// <summary>Distance between rows of <see cref="Start"/>: 0 to start every row from one bias.</summary>
    public nint StartRow;

    /// <summary>First element of C.</summary>
    public float* C;

    /// <summary>Distance between rows of C.</summary>
    public nint CRow;

    /// <summary>No element of C becomes smaller than this: 0 for ReLU, else negative infinity.</summary>
    public float Floor;

    /// <summary>Added to C once the sums are complete, in C's rows; null for nothing. Tile kernels leave this to their caller, for whom C is still in the cache.</summary>
    public float* Residual;

    /// <summary>What the kernel fetches for later on the way.</summary>
    public TileAhead Ahead;
}
