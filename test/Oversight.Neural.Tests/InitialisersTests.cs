using Oversight.Determinism;

namespace Oversight.Neural.Tests;

public sealed class InitialisersTests
{
    [Theory]
    [InlineData(4, 4)]
    [InlineData(3, 16)]
    [InlineData(40, 16)]
    public void OrthogonalRows_WithinRunsOfColumns_AreOrthogonalAndOfTheLength(int rows, int columns)
    {
        float[] values = new float[rows * columns];
        Initialisers.OrthogonalRows(2.5)(values, rows, columns, RandomKey.FromSeed(1).Stream());
        for (int i = 0; i < rows; i++)
        {
            for (int j = i / columns * columns; j <= i; j++)
            {
                double dot = 0;
                for (int c = 0; c < columns; c++)
                    dot += (double)values[i * columns + c] * values[j * columns + c];
                Assert.Equal(i == j ? 6.25 : 0, dot, 1e-3);
            }
        }
    }

    [Fact]
    public void FanIn_ManyRows_KeepsTheVarianceOfItsInput()
    {
        float[] values = new float[100 * 200];
        Initialisers.FanIn(Math.Sqrt(2))(values, 100, 200, RandomKey.FromSeed(1).Stream());
        Assert.Equal(0.02, values.Average(value => (double)value * value), 0.001);
        Assert.Equal(0, values.Average(), 0.005);
    }

    [Fact]
    public void Initialise_ParameterAdded_LeavesTheOthersAsTheyWere()
    {
        var small = new ParameterLayout();
        Parameter first = small.Add("first", 2, 3, Initialisers.Normal(1));
        var large = new ParameterLayout();
        large.Add("new", 4, 4, Initialisers.Normal(1));
        Parameter same = large.Add("first", 2, 3, Initialisers.Normal(1));
        using var a = new ParameterVector(small);
        using var b = new ParameterVector(large);
        a.Initialise(RandomKey.FromSeed(9));
        b.Initialise(RandomKey.FromSeed(9));
        Assert.Equal(a.Of(first).ToArray(), b.Of(same).ToArray());
        Assert.Throws<ArgumentException>(() => large.Add("first", 1, 1, Initialisers.Zero));
    }
}
