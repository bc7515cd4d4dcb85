namespace Oversight.Numerics.Tests;

public sealed class SideBySideAttentionTests
{
    private const int Lanes = SideBySideAttention.Lanes;

    [Fact]
    public void Scores_AllSteps_EqualDefinition()
    {
        for (int steps = 0; steps <= 21; steps++)
        {
            int width = 1 + (steps % 9);
            float[] q = Sample.Floats(width * Lanes, 1), keys = Sample.Floats(steps * width * Lanes, 2);
            float[] scores = [.. new float[steps * Lanes], Sample.Canary];
            SideBySideAttention.Scores(steps, width, q, keys, scores, 0.5f);
            for (int s = 0; s < steps; s++)
            {
                for (int lane = 0; lane < Lanes; lane++)
                    Sample.Near(0.5 * Dot(q, keys, s, 0, width, width, lane), scores[(s * Lanes) + lane], 1e-6, $"step {s} of {steps}, lane {lane}");
            }
            Assert.Equal(Sample.Canary, scores[^1]);
        }
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 8)]
    [InlineData(4, 19)]
    public void Attend_AllSteps_EqualsDefinition(int heads, int width)
    {
        for (int steps = 1; steps <= 9; steps++)
        {
            int row = heads * width;
            float[] q = Sample.Floats(row * Lanes, 1), keys = Sample.Floats(steps * row * Lanes, 2), values = Sample.Floats(steps * row * Lanes, 3);
            float[] output = [.. new float[row * Lanes], Sample.Canary];
            SideBySideAttention.Attend(steps, heads, width, q, keys, values, new float[steps * Lanes], output, 0.7f);
            for (int i = 0; i < row; i++)
            {
                for (int lane = 0; lane < Lanes; lane++)
                {
                    double[] weights = [.. Enumerable.Range(0, steps).Select(s => Math.Exp(0.7 * Dot(q, keys, s, i / width * width, width, row, lane)))];
                    double expected = Enumerable.Range(0, steps).Sum(s => weights[s] * values[(((s * row) + i) * Lanes) + lane]) / weights.Sum();
                    Sample.Near(expected, output[(i * Lanes) + lane], 1e-5, $"column {i}, lane {lane}, {steps} steps");
                }
            }
            Assert.Equal(Sample.Canary, output[^1]);
        }
    }

    [Fact]
    public void Attend_NotANumberInOneLane_LeavesTheOthers()
    {
        float[] q = Sample.Floats(4 * Lanes, 1), keys = Sample.Floats(3 * 4 * Lanes, 2), values = Sample.Floats(3 * 4 * Lanes, 3);
        float[] clean = new float[4 * Lanes], spoilt = new float[4 * Lanes];
        SideBySideAttention.Attend(3, 1, 4, q, keys, values, new float[3 * Lanes], clean, 1f);
        keys[5] = float.NaN;
        SideBySideAttention.Attend(3, 1, 4, q, keys, values, new float[3 * Lanes], spoilt, 1f);
        for (int i = 0; i < clean.Length; i++)
            Assert.True(i % Lanes == 5 ? float.IsNaN(spoilt[i]) : spoilt[i] == clean[i], $"{i}");
    }

    [Fact]
    public void Scores_TooShort_Throws()
    {
        float[] one = new float[Lanes], two = new float[2 * Lanes];
        Assert.Throws<ArgumentException>(() => SideBySideAttention.Scores(1, 2, one, two, one, 1f));
        Assert.Throws<ArgumentException>(() => SideBySideAttention.Scores(2, 1, one, one, two, 1f));
        Assert.Throws<ArgumentException>(() => SideBySideAttention.Attend(2, 1, 1, one, two, two, one, one, 1f));
    }

    [Fact]
    public void Rows_AllSizes_Transposes()
    {
        for (int rows = 0; rows <= 35; rows++)
        {
            int cols = (rows * 7 % 23) + 1;
            float[] x = Sample.Floats(rows * (cols + 2), 4), y = new float[cols * (rows + 1)];
            Array.Fill(y, Sample.Canary);
            Transpose.Rows(rows, cols, x, cols + 2, y, rows + 1);
            for (int j = 0; j < cols; j++)
            {
                for (int i = 0; i < rows; i++) Assert.Equal(x[(i * (cols + 2)) + j], y[(j * (rows + 1)) + i]);
                Assert.Equal(Sample.Canary, y[(j * (rows + 1)) + rows]);
            }
        }
    }

    private static double Dot(float[] q, float[] keys, int step, int from, int width, int row, int lane) =>
        Enumerable.Range(from, width).Sum(i => (double)q[(i * Lanes) + lane] * keys[(((step * row) + i) * Lanes) + lane]);
}
