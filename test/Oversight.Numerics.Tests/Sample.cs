namespace Oversight.Numerics.Tests;

/// <summary>Reproducible inputs, and comparison of results.</summary>
internal static class Sample
{
    internal const float Canary = 12345.678f;

    internal static float[] Floats(int length, int seed = 42, float size = 1f)
    {
        Random random = new((seed * 7919) + length);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) values[i] = ((random.NextSingle() * 2f) - 1f) * size;
        return values;
    }

    internal static float[] WithSpecials(int length, int seed = 43)
    {
        // 1e18: large, but products of two do not overflow where a multiply-add rounds twice.
        float[] specials = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0f, -0f, float.Epsilon, 1e18f, 88.72f, -103f];
        Random random = new(seed + length);
        float[] values = Floats(length, seed, 20f);
        for (int i = 0; i < length; i++)
        {
            if (random.Next(3) == 0) values[i] = specials[random.Next(specials.Length)];
        }
        return values;
    }

    /// <summary>Asserts |actual - expected| at most tolerance * (1 + |expected|), with NaN and infinities equal to themselves.</summary>
    internal static void Near(double expected, float actual, double tolerance, string what = "")
    {
        if (double.IsNaN(expected)) Assert.True(float.IsNaN(actual), $"{what}: expected NaN, got {actual}");
        else if ((float)expected == actual) return;
        else
        {
            bool near = Math.Abs(actual - expected) <= tolerance * (1 + Math.Abs(expected));
            Assert.True(near, $"{what}: expected {expected:R}, got {actual:R}");
        }
    }

    internal static void Near(ReadOnlySpan<double> expected, ReadOnlySpan<float> actual, double tolerance, string what = "")
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++) Near(expected[i], actual[i], tolerance, $"{what}[{i}]");
    }

    internal static void SameBits(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, string what = "")
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            bool same = BitConverter.SingleToInt32Bits(expected[i]) == BitConverter.SingleToInt32Bits(actual[i])
                || (expected[i] == 0 && actual[i] == 0) || (float.IsNaN(expected[i]) && float.IsNaN(actual[i]));
            Assert.True(same, $"{what}[{i}]: expected {expected[i]:R}, got {actual[i]:R}");
        }
    }

    internal static double[] Doubles(ReadOnlySpan<float> values)
    {
        double[] result = new double[values.Length];
        for (int i = 0; i < result.Length; i++) result[i] = values[i];
        return result;
    }
}
