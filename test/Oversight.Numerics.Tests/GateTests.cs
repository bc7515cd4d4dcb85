namespace Oversight.Numerics.Tests;

public sealed class GateTests
{
    [Fact]
    public void ForwardAndBackward_AllLengths_EqualDefinitionAndGradients()
    {
        for (int length = 0; length <= 130; length++) Check(length);
    }

    [Fact]
    public void Forward_TooShort_Throws()
    {
        float[] three = new float[3], two = new float[2];
        Assert.Throws<ArgumentException>(() => Gate.Forward(three, two, three, three, three));
        Assert.Throws<ArgumentException>(() => Gate.Forward(three, three, three, two, three));
        Assert.Throws<ArgumentException>(() => Gate.Backward(three, three, three, three, three, two, three));
    }

    private static void Check(int length)
    {
        float[] x = Sample.Floats(length, 1, 2f), g = Sample.Floats(length, 2, 4f), u = Sample.Floats(length, 3, 2f);
        float[] dy = Sample.Floats(length, 4);
        float[] y = [.. x, Sample.Canary], s = [.. x, Sample.Canary];
        Gate.Forward(x, g, u, y, s);
        Assert.Equal(Sample.Canary, y[length]);
        Assert.Equal(Sample.Canary, s[length]);
        double[] xs = Sample.Doubles(x), gs = Sample.Doubles(g), us = Sample.Doubles(u);
        Sample.Near(Define(xs, gs, us), y.AsSpan(0, length), 1e-6, "y");
        float[] start = Sample.Floats(length, 5);
        float[] dx = [.. start], dg = [.. start], du = [.. start];
        Gate.Backward(x, u, s.AsSpan(0, length), dy, dx, dg, du);
        Gradient.Added(start, Gradient.Of(at => Define(at, gs, us), xs, dy), dx, 1e-6, "dx");
        Gradient.Added(start, Gradient.Of(at => Define(xs, at, us), gs, dy), dg, 1e-6, "dg");
        Gradient.Added(start, Gradient.Of(at => Define(xs, gs, at), us, dy), du, 1e-6, "du");
    }

    private static double[] Define(double[] x, double[] g, double[] u)
    {
        double[] y = new double[x.Length];
        for (int i = 0; i < y.Length; i++) y[i] = x[i] + ((u[i] - x[i]) / (1 + Math.Exp(-g[i])));
        return y;
    }
}
