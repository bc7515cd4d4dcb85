using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

/// <summary>e^x for every width: the argument reduced to half of ln 2, a polynomial, and a power of two.</summary>
internal static class Exponential
{
    // Beyond these e^x rounds to 0 and overflows to infinity.
    private const float Lowest = -105f;
    private const float Highest = 89f;

    // Adding it rounds to a whole number: its last bit is worth 1.
    private const float RoundingShift = 12582912f;

    // ln 2 in two parts; the upper has so few bits that a whole number of up to 8 bits times it is exact.
    private const float Ln2Upper = 0.693359375f;
    private const float Ln2Lower = -2.12194440e-4f;

    /// <summary>e^x within 2 units in the last place; 0 for negative infinity, infinity from about 88.73 on, NaN for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLanes Exp<TLanes>(TLanes x)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        TLanes shift = TLanes.Create(RoundingShift);
        x = TLanes.AtLeast(TLanes.Create(Lowest), x);
        x = TLanes.AtMost(TLanes.Create(Highest), x);
        TLanes power = TLanes.MultiplyAdd(x, TLanes.Create(1.44269504f), shift) - shift;
        TLanes r = TLanes.MultiplyAdd(power, TLanes.Create(-Ln2Upper), x);
        r = TLanes.MultiplyAdd(power, TLanes.Create(-Ln2Lower), r);
        TLanes series = TLanes.MultiplyAdd(TLanes.Create(1.9875691500e-4f), r, TLanes.Create(1.3981999507e-3f));
        series = TLanes.MultiplyAdd(series, r, TLanes.Create(8.3334519073e-3f));
        series = TLanes.MultiplyAdd(series, r, TLanes.Create(4.1665795894e-2f));
        series = TLanes.MultiplyAdd(series, r, TLanes.Create(1.6666665459e-1f));
        series = TLanes.MultiplyAdd(series, r, TLanes.Create(5.0000001201e-1f));
        series = TLanes.MultiplyAdd(series, r * r, r) + TLanes.Create(1f);
        return TLanes.ScaleByPowerOfTwo(series, power);
    }

    /// <summary>1 / (1 + e^-x): 0 far below, 1 far above, NaN for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLanes Sigmoid<TLanes>(TLanes x)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        TLanes one = TLanes.Create(1f);
        return one / (one + Exp(TLanes.Zero - x));
    }
}
