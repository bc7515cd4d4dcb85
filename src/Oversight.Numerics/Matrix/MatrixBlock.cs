namespace Oversight.Numerics;

/// <summary>A piece of a matrix product: some rows and columns of the result, and some of the products summed into them.</summary>
/// <param name="Row">First row of C.</param>
/// <param name="Rows">Rows of C.</param>
/// <param name="Column">First column of C.</param>
/// <param name="Columns">Columns of C.</param>
/// <param name="Depth">First of the products.</param>
/// <param name="Depths">Number of products.</param>
internal readonly record struct MatrixBlock(int Row, int Rows, int Column, int Columns, int Depth, int Depths);
