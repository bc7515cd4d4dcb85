namespace Oversight.Numerics.Tests;

public sealed class FieldGateTests
{
    [Fact]
    public void ForwardAndBackward_AllWidths_EqualDefinitionAndGradients()
    {
        for (int width = 1; width <= 70; width++) Check(1 + (width % 4), width);
    }

    [Fact]
    public void Forward_TooShort_Throws()
    {
        float[] six = new float[6], five = new float[5], two = new float[2], one = new float[1];
        Assert.Throws<ArgumentException>(() => FieldGate.Forward(2, 3, five, two, six, six, two));
        Assert.Throws<ArgumentException>(() => FieldGate.Forward(2, 3, six, two, six, five, two));
        Assert.Throws<ArgumentException>(() => FieldGate.Backward(2, 3, six, six, two, six, six, one, six));
    }

    private static void Check(int fields, int width)
    {
        int length = fields * width;
        float[] x = Sample.Floats(length, 1, 2f), g = Sample.Floats(fields, 2, 4f), u = Sample.Floats(length, 3, 2f), dy = Sample.Floats(length, 4);
        float[] y = new float[length], s = new float[fields];
        FieldGate.Forward(fields, width, x, g, u, y, s);
        double[] xs = Sample.Doubles(x), gs = Sample.Doubles(g), us = Sample.Doubles(u);
        Sample.Near(Define(xs, gs, us), y, 1e-6, "y");
        float[] start = Sample.Floats(length, 5), gateStart = Sample.Floats(fields, 6);
        float[] dx = [.. start], dg = [.. gateStart], du = [.. start];
        FieldGate.Backward(fields, width, x, u, s, dy, dx, dg, du);
        Gradient.Added(start, Gradient.Of(at => Define(at, gs, us), xs, dy), dx, 1e-6, "dx");
        Gradient.Added(gateStart, Gradient.Of(at => Define(xs, at, us), gs, dy), dg, 1e-5, "dg");
        Gradient.Added(start, Gradient.Of(at => Define(xs, gs, at), us, dy), du, 1e-6, "du");
    }

    private static double[] Define(double[] x, double[] g, double[] u)
    {
        int width = x.Length / g.Length;
        double[] y = new double[x.Length];
        for (int i = 0; i < y.Length; i++) y[i] = x[i] + ((u[i] - x[i]) / (1 + Math.Exp(-g[i / width])));
        return y;
    }
}
