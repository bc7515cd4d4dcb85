using System.Runtime.CompilerServices;

namespace Oversight.Numerics.Tests;

/// <summary>The exponential inside sigmoid and softmax, on every path.</summary>
public sealed unsafe class ExponentialTests
{
    public static TheoryData<VectorPath> Paths =>
        [.. Enum.GetValues<VectorPath>().Where(path => path <= Simd.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Exp_DenseGrid_IsWithinTwoUnitsInTheLastPlace(VectorPath path)
    {
        float[] x = new float[200_001];
        for (int i = 0; i < x.Length; i++) x[i] = -87f + (i * (175.7f / 200_000));
        float[] y = Exp(x, path);
        for (int i = 0; i < x.Length; i++)
        {
            double exact = Math.Exp(x[i]);
            double unit = (double)MathF.BitIncrement((float)exact) - (float)exact;
            if (exact > float.MaxValue) continue;
            Assert.True(Math.Abs(y[i] - exact) <= 2 * unit, $"e^{x[i]:R} = {y[i]:R}, not {exact:R}");
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Exp_SpecialValues_AreExact(VectorPath path)
    {
        float[] y = Exp([float.NegativeInfinity, float.PositiveInfinity, float.NaN, 0f, -0f, -1e30f, 1e30f, -104f, 89f], path);
        Assert.Equal([0f, float.PositiveInfinity, float.NaN, 1f, 1f, 0f, float.PositiveInfinity, 0f, float.PositiveInfinity], y);
        Assert.InRange(Exp([-100f], path)[0], 3.6e-44f, 3.9e-44f);
    }

    private static float[] Exp(float[] x, VectorPath path)
    {
        float[] y = new float[x.Length];
        fixed (float* px = x, py = y)
        {
            UnaryKernel<Operation> kernel = new(default, px, py, x.Length);
            Simd.Run(ref kernel, path);
        }
        return y;
    }

    private readonly struct Operation : IUnaryOperation
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x)
            where TLanes : unmanaged, ILanes<TLanes> => Exponential.Exp(x);
    }
}
