namespace Oversight.Numerics.Tests;

public sealed class PairSumsTests
{
    [Fact]
    public void ForwardAndBackward_AllWidths_EqualDefinition()
    {
        for (int width = 1; width <= 70; width++) Check(width % 4, (width + 1) % 5, width);
    }

    [Fact]
    public void Forward_TooShort_Throws()
    {
        float[] six = new float[6], five = new float[5];
        Assert.Throws<ArgumentException>(() => PairSums.Forward(2, 2, 3, five, six, six));
        Assert.Throws<ArgumentException>(() => PairSums.Forward(2, 2, 3, six, five, six));
        Assert.Throws<ArgumentException>(() => PairSums.Forward(2, 2, 3, six, six, five));
        Assert.Throws<ArgumentException>(() => PairSums.Backward(2, 2, 3, six, six, six, six, five));
    }

    private static void Check(int rows, int keys, int width)
    {
        float[] q = Sample.Floats(rows * width, 1, 2f), k = Sample.Floats(keys * width, 2, 2f), dy = Sample.Floats(rows * width, 3);
        float[] y = new float[rows * width];
        PairSums.Forward(rows, keys, width, q, k, y);
        float[] startOfQ = Sample.Floats(rows * width, 4), startOfK = Sample.Floats(keys * width, 5);
        float[] dq = [.. startOfQ], dk = [.. startOfK];
        PairSums.Backward(rows, keys, width, q, k, dy, dq, dk);
        double[] sums = new double[y.Length], byQ = new double[dq.Length], byK = new double[dk.Length];
        for (int i = 0; i < y.Length; i++)
        {
            for (int j = i % width; j < k.Length; j += width)
            {
                float sum = q[i] + k[j];
                if (!(sum > 0)) continue;
                sums[i] += sum;
                byQ[i] += dy[i];
                byK[j] += dy[i];
            }
        }
        Sample.Near(sums, y, 1e-5, "y");
        Gradient.Added(startOfQ, byQ, dq, 1e-5, "dq");
        Gradient.Added(startOfK, byK, dk, 1e-5, "dk");
    }
}
