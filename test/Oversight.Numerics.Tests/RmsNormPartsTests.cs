namespace Oversight.Numerics.Tests;

public sealed class RmsNormPartsTests
{
    [Fact]
    public void ForwardAndBackward_Parts_EqualEachPartAlone()
    {
        const int Rows = 3;
        const int Parts = 2;
        const int Width = 21;
        float[] x = Sample.Floats(Rows * Parts * Width, 1, 2f), gain = Sample.Floats(Parts * Width, 2), dy = Sample.Floats(x.Length, 3);
        float[] y = new float[x.Length], inverse = new float[Rows * Parts], dx = new float[x.Length], dGain = new float[gain.Length];
        RmsNorm.Forward(Rows * Parts, Width, x, gain, y, inverse, 1e-3f, Parts);
        RmsNorm.Backward(Rows * Parts, Width, x, gain, inverse, dy, dx, dGain, Parts);
        float[] dGainAlone = new float[gain.Length];
        for (int i = 0; i < Rows * Parts; i++)
        {
            int part = i % Parts * Width;
            float[] alone = new float[Width], dAlone = new float[Width], one = new float[1];
            RmsNorm.Forward(1, Width, x.AsSpan(i * Width, Width), gain.AsSpan(part, Width), alone, one, 1e-3f);
            RmsNorm.Backward(
                1, Width, x.AsSpan(i * Width, Width), gain.AsSpan(part, Width), one, dy.AsSpan(i * Width, Width), dAlone, dGainAlone.AsSpan(part, Width));
            Sample.SameBits(alone, y.AsSpan(i * Width, Width));
            Sample.SameBits(dAlone, dx.AsSpan(i * Width, Width));
        }
        Sample.SameBits(dGainAlone, dGain);
    }
}
