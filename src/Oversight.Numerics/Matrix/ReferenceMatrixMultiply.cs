namespace Oversight.Numerics;

/// <summary>The definition of the matrix product: one element, one chain of multiply-adds in the order of depth.</summary>
internal static unsafe class ReferenceMatrixMultiply
{
    /// <summary>Computes the product element by element.</summary>
    internal static void Run(in MatrixOperands operands)
    {
        for (int row = 0; row < operands.Rows; row++)
        {
            for (int column = 0; column < operands.Columns; column++)
            {
                operands.C[(row * operands.CRow) + column] = Element(operands, row, column);
            }
        }
    }

    private static float Element(in MatrixOperands operands, int row, int column)
    {
        float sum = operands.Start == null ? 0f : operands.Start[(row * operands.StartRow) + column];
        for (int k = 0; k < operands.Depth; k++)
        {
            float a = operands.A[(row * operands.ARow) + (k * operands.AStep)];
            float b = operands.BTransposed
                ? operands.B[(column * operands.BRow) + k]
                : operands.B[(k * operands.BRow) + column];
            sum = float.MultiplyAddEstimate(a, b * operands.Scale, sum);
        }
        return operands.Relu && sum < 0f ? 0f : sum;
    }
}
