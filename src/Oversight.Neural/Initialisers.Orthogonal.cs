using Oversight.Numerics;

namespace Oversight.Neural;

public static partial class Initialisers
{
    /// <summary>Random directions of a given length, orthogonal to one another within each run of as many rows as there are columns.</summary>
    /// <param name="length">The length of every row.</param>
    public static Initialiser OrthogonalRows(double length) => (values, rows, columns, random) =>
    {
        for (int row = 0; row < rows; row++)
        {
            Span<float> direction = values.Slice(row * columns, columns);
            Normal(1)(direction, 1, columns, random);
            for (int other = row / columns * columns; other < row; other++)
                Remove(direction, values.Slice(other * columns, columns));
            Elementwise.Scale(direction, (float)(length / Math.Sqrt(Reductions.SumOfSquares(direction))), direction);
        }
    };

    /// <summary>Takes out of a vector what lies along another.</summary>
    private static void Remove(Span<float> vector, ReadOnlySpan<float> other)
    {
        float along = (float)(Reductions.Dot(vector, other) / Reductions.SumOfSquares(other));
        Elementwise.AddScaled(other, -along, vector);
    }
}
