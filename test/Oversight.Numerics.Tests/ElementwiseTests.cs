namespace Oversight.Numerics.Tests;

public sealed class ElementwiseTests
{
    private const double Tolerance = 3e-7;

    private delegate void Unary(ReadOnlySpan<float> x, Span<float> destination);

    private delegate void Binary(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> destination);

    [Fact]
    public void Add_AllLengths_IsSum() => CheckBinary(Elementwise.Add, (x, y, _) => x + y);

    [Fact]
    public void Multiply_AllLengths_IsProduct() => CheckBinary(Elementwise.Multiply, (x, y, _) => x * y);

    [Fact]
    public void ReluMask_AllLengths_KeepsWherePositive() => CheckUnary(Elementwise.ReluMask, (y, dy) => y > 0 ? dy : 0);

    [Fact]
    public void AddTo_AllLengths_Adds() => CheckUnary(Elementwise.AddTo, (x, d) => x + d);

    [Fact]
    public void AddScaled_AllLengths_AddsScaled() => CheckUnary((x, d) => Elementwise.AddScaled(x, -0.75f, d), (x, d) => d + (-0.75 * x));

    [Fact]
    public void Scale_AllLengths_IsScaled() => CheckUnary((x, d) => Elementwise.Scale(x, 1.5f, d), (x, _) => 1.5 * x);

    [Fact]
    public void Sigmoid_AllLengths_IsLogistic() => CheckUnary(Elementwise.Sigmoid, (x, _) => 1 / (1 + Math.Exp(-x)));

    [Fact]
    public void Operations_InPlace_EqualOutOfPlace()
    {
        for (int length = 0; length <= 130; length++)
        {
            CheckInPlace(length, Elementwise.Sigmoid);
            CheckInPlace(length, (x, d) => Elementwise.Scale(x, 3f, d));
            CheckInPlace(length, (x, d) => Elementwise.Add(x, x, d));
            CheckInPlace(length, (x, d) => Elementwise.Multiply(x, x, d));
        }
    }

    [Fact]
    public void Operations_AnyOffset_EqualAligned()
    {
        float[] x = Sample.Floats(101), expected = new float[101];
        Elementwise.Sigmoid(x, expected);
        for (int offset = 1; offset < 20; offset++)
        {
            float[] source = [.. new float[offset], .. x], destination = new float[101 + (2 * offset)];
            Elementwise.Sigmoid(source.AsSpan(offset), destination.AsSpan(2 * offset));
            Assert.Equal(expected, destination[(2 * offset)..]);
        }
    }

    [Fact]
    public void Add_LengthsDiffer_Throws()
    {
        Assert.Throws<ArgumentException>(() => Elementwise.Add(new float[3], new float[4], new float[4]));
        Assert.Throws<ArgumentException>(() => Elementwise.Add(new float[4], new float[3], new float[4]));
    }

    private static void CheckInPlace(int length, Unary operation)
    {
        float[] x = Sample.Floats(length), expected = new float[length];
        operation(x, expected);
        operation(x, x);
        Assert.Equal(expected, x);
    }

    private static void CheckUnary(Unary operation, Func<double, double, double> definition) =>
        CheckBinary((x, _, d) => operation(x, d), (x, _, d) => definition(x, d));

    private static void CheckBinary(Binary operation, Func<double, double, double, double> definition)
    {
        for (int length = 0; length <= 130; length++)
        {
            Check(operation, definition, Sample.Floats(length, 1, 4f), Sample.Floats(length, 2, 4f), Sample.Floats(length + 1, 3, 4f));
            float[] x = Sample.WithSpecials(length, 1), y = Sample.WithSpecials(length, 2), start = Sample.WithSpecials(length + 1, 3);
            Check(operation, definition, x, y, start);
            if (length > 0)
            {
                Assert.Throws<ArgumentException>(() => operation(new float[length], new float[length], new float[length - 1]));
            }
        }
    }

    private static void Check(
        Binary operation, Func<double, double, double, double> definition, float[] x, float[] y, float[] start)
    {
        int length = x.Length;
        double[] expected = new double[length];
        for (int i = 0; i < length; i++) expected[i] = (float)definition(x[i], y[i], start[i]);
        float[] destination = [.. start[..length], Sample.Canary];
        operation(x, y, destination);
        Assert.Equal(Sample.Canary, destination[length]);
        for (int i = 0; i < length; i++) CheckElement(expected[i], destination[i], x[i], y[i], start[i]);
    }

    // Cancellation is judged by the size of the terms; overflow to infinity may come a rounding earlier or later.
    private static void CheckElement(double expected, float actual, float x, float y, float start)
    {
        if (double.IsFinite(expected) && float.IsFinite(actual))
        {
            double size = 1 + Size(x) + Size(y) + Size(start) + Math.Abs(expected);
            bool near = Math.Abs(actual - expected) <= Tolerance * size;
            Assert.True(near, $"expected {expected:R}, got {actual:R} of {x}, {y}, {start}");
        }
        else if (double.IsNaN(expected)) Assert.True(float.IsNaN(actual), $"expected NaN, got {actual} of {x}, {y}, {start}");
        else Assert.True(!float.IsNaN(actual) && Math.Abs(actual) > 1e38f, $"expected {expected}, got {actual} of {x}, {y}, {start}");
    }

    private static double Size(float value) => float.IsFinite(value) ? Math.Abs(value) : 0;
}
