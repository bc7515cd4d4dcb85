using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Oversight.Numerics;

/// <summary>Eight floats, AVX2.</summary>
internal readonly unsafe struct Lanes256(Vector256<float> value) : ILanes<Lanes256>
{
    private readonly Vector256<float> _value = value;

    public static int Count => Vector256<float>.Count;

    // 12 sums, 2 vectors of the right matrix and one broadcast fit into 16 registers.
    public static int TileRows => 6;

    public static Lanes256 Zero => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator +(Lanes256 x, Lanes256 y) => new(x._value + y._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator -(Lanes256 x, Lanes256 y) => new(x._value - y._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator *(Lanes256 x, Lanes256 y) => new(x._value * y._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator /(Lanes256 x, Lanes256 y) => new(x._value / y._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Create(float value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Load(float* source) => new(Vector256.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(float* destination, Lanes256 value) => value._value.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 LoadPartial(float* source, int count) =>
        new(Avx.MaskLoad(source, Vector256.Load(LaneMasks.First(count))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePartial(float* destination, Lanes256 value, int count) =>
        Avx.MaskStore(destination, Vector256.Load(LaneMasks.First(count)), value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 KeepFirst(Lanes256 value, int count, Lanes256 rest) =>
        new(Vector256.ConditionalSelect(Vector256.Load(LaneMasks.First(count)), value._value, rest._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 MultiplyAdd(Lanes256 x, Lanes256 y, Lanes256 z) =>
        new(Vector256.MultiplyAddEstimate(x._value, y._value, z._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Max(Lanes256 x, Lanes256 y) => new(Vector256.Max(x._value, y._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 AtLeast(Lanes256 x, Lanes256 y) => new(Vector256.MaxNative(x._value, y._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 AtMost(Lanes256 x, Lanes256 y) => new(Vector256.MinNative(x._value, y._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Sqrt(Lanes256 x) => new(Vector256.Sqrt(x._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 WherePositive(Lanes256 condition, Lanes256 value) =>
        new(Vector256.ConditionalSelect(Vector256.GreaterThan(condition._value, default), value._value, default));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 ScaleByPowerOfTwo(Lanes256 value, Lanes256 exponent)
    {
        Vector256<int> whole = Vector256.ConvertToInt32Native(exponent._value);
        Vector256<int> half = whole >> 1;
        return new(value._value * PowerOfTwo(half) * PowerOfTwo(whole - half));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Lanes256 x) => Lanes128.Sum(new(x._value.GetLower() + x._value.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MaxLane(Lanes256 x) => Lanes128.MaxLane(new(Vector128.MaxNative(x._value.GetLower(), x._value.GetUpper())));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 LoadQuads(float* source, nint rowStride) =>
        new(Vector256.Create(Vector128.Load(source), Vector128.Load(source + (4 * rowStride))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TransposeQuads(ref Lanes256 x, ref Lanes256 y, ref Lanes256 z, ref Lanes256 w)
    {
        // Within each 128-bit group: (x0 y0 x1 y1), (x2 y2 x3 y3) and the same of z and w, then pairs of them.
        Vector256<double> xyLow = Avx.UnpackLow(x._value, y._value).AsDouble();
        Vector256<double> xyHigh = Avx.UnpackHigh(x._value, y._value).AsDouble();
        Vector256<double> zwLow = Avx.UnpackLow(z._value, w._value).AsDouble();
        Vector256<double> zwHigh = Avx.UnpackHigh(z._value, w._value).AsDouble();
        x = new(Avx.UnpackLow(xyLow, zwLow).AsSingle());
        y = new(Avx.UnpackHigh(xyLow, zwLow).AsSingle());
        z = new(Avx.UnpackLow(xyHigh, zwHigh).AsSingle());
        w = new(Avx.UnpackHigh(xyHigh, zwHigh).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> PowerOfTwo(Vector256<int> exponent) => ((exponent + Vector256.Create(127)) << 23).AsSingle();
}
