namespace Oversight.Numerics.Tests;

public sealed class EmbeddingTests
{
    [Fact]
    public void SumForwardAndBackward_AllWidths_EqualDefinition()
    {
        for (int width = 0; width <= 130; width++) Check(rows: 6, width, columns: 1 + (width % 4), tableRows: 5);
    }

    [Fact]
    public void SumForward_IndexOutsideTable_ThrowsAndWritesNothing()
    {
        float[] y = [7f, 7f];
        Assert.Throws<ArgumentException>(() => Embedding.SumForward(2, 1, 1, [0, 3], new float[3], y));
        Assert.Throws<ArgumentException>(() => Embedding.SumForward(2, 1, 1, [0, -2], new float[3], y));
        Assert.Throws<ArgumentException>(() => Embedding.SumForward(2, 1, 1, [0], new float[3], y));
        Assert.Throws<ArgumentException>(() => Embedding.SumForward(3, 1, 1, [0, 0, 0], new float[3], y));
        Assert.Throws<ArgumentException>(() => Embedding.SumBackward(2, 1, 1, [0, 3], y, new float[3]));
        Assert.Equal([7f, 7f], y);
    }

    private static void Check(int rows, int width, int columns, int tableRows)
    {
        Random random = new(width);
        int[] indices = new int[rows * columns];
        for (int i = 0; i < indices.Length; i++) indices[i] = random.Next(-1, tableRows);
        float[] table = Sample.Floats(tableRows * width, 1), dy = Sample.Floats(rows * width, 2), y = new float[rows * width];
        float[] dTable = Sample.Floats(table.Length, 3);
        double[] expected = new double[y.Length], expectedGradient = Sample.Doubles(dTable);
        for (int i = 0; i < indices.Length * width; i++)
        {
            int index = indices[i / width], column = i % width, row = i / width / columns;
            if (index < 0) continue;
            expected[(row * width) + column] += table[(index * width) + column];
            expectedGradient[(index * width) + column] += dy[(row * width) + column];
        }
        Embedding.SumForward(rows, width, columns, indices, table, y);
        Embedding.SumBackward(rows, width, columns, indices, dy, dTable);
        Sample.Near(expected, y, 1e-6);
        Sample.Near(expectedGradient, dTable, 2e-6);
    }
}
