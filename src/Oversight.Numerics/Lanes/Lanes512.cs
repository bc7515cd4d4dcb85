using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Oversight.Numerics;

/// <summary>Sixteen floats, AVX-512.</summary>
internal readonly unsafe struct Lanes512(Vector512<float> value) : ILanes<Lanes512>
{
    private readonly Vector512<float> _value = value;

    public static int Count => Vector512<float>.Count;

    // 24 sums, 2 vectors of the right matrix and one broadcast fit into 32 registers.
    public static int TileRows => 12;

    public static Lanes512 Zero => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator +(Lanes512 x, Lanes512 y) => new(x._value + y._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator -(Lanes512 x, Lanes512 y) => new(x._value - y._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator *(Lanes512 x, Lanes512 y) => new(x._value * y._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator /(Lanes512 x, Lanes512 y) => new(x._value / y._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Create(float value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Load(float* source) => new(Vector512.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(float* destination, Lanes512 value) => value._value.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 LoadPartial(float* source, int count) =>
        new(Avx512F.MaskLoad(source, Vector512.Load(LaneMasks.First(count)), default));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePartial(float* destination, Lanes512 value, int count) =>
        Avx512F.MaskStore(destination, Vector512.Load(LaneMasks.First(count)), value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 KeepFirst(Lanes512 value, int count, Lanes512 rest) =>
        new(Vector512.ConditionalSelect(Vector512.Load(LaneMasks.First(count)), value._value, rest._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 MultiplyAdd(Lanes512 x, Lanes512 y, Lanes512 z) =>
        new(Vector512.MultiplyAddEstimate(x._value, y._value, z._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Max(Lanes512 x, Lanes512 y) => new(Vector512.Max(x._value, y._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 AtLeast(Lanes512 x, Lanes512 y) => new(Vector512.MaxNative(x._value, y._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 AtMost(Lanes512 x, Lanes512 y) => new(Vector512.MinNative(x._value, y._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Sqrt(Lanes512 x) => new(Vector512.Sqrt(x._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 WherePositive(Lanes512 condition, Lanes512 value) =>
        new(Vector512.ConditionalSelect(Vector512.GreaterThan(condition._value, default), value._value, default));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 ScaleByPowerOfTwo(Lanes512 value, Lanes512 exponent) =>
        new(Avx512F.Scale(value._value, exponent._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Lanes512 x) => Lanes256.Sum(new(x._value.GetLower() + x._value.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MaxLane(Lanes512 x) => Lanes256.MaxLane(new(Vector256.MaxNative(x._value.GetLower(), x._value.GetUpper())));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 LoadQuads(float* source, nint rowStride)
    {
        Vector512<float> rows = Vector128.Load(source).ToVector256Unsafe().ToVector512Unsafe();
        rows = Avx512F.InsertVector128(rows, Vector128.Load(source + (4 * rowStride)), 1);
        rows = Avx512F.InsertVector128(rows, Vector128.Load(source + (8 * rowStride)), 2);
        return new(Avx512F.InsertVector128(rows, Vector128.Load(source + (12 * rowStride)), 3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TransposeQuads(ref Lanes512 x, ref Lanes512 y, ref Lanes512 z, ref Lanes512 w)
    {
        // Within each 128-bit group: (x0 y0 x1 y1), (x2 y2 x3 y3) and the same of z and w, then pairs of them.
        Vector512<double> xyLow = Avx512F.UnpackLow(x._value, y._value).AsDouble();
        Vector512<double> xyHigh = Avx512F.UnpackHigh(x._value, y._value).AsDouble();
        Vector512<double> zwLow = Avx512F.UnpackLow(z._value, w._value).AsDouble();
        Vector512<double> zwHigh = Avx512F.UnpackHigh(z._value, w._value).AsDouble();
        x = new(Avx512F.UnpackLow(xyLow, zwLow).AsSingle());
        y = new(Avx512F.UnpackHigh(xyLow, zwLow).AsSingle());
        z = new(Avx512F.UnpackLow(xyHigh, zwHigh).AsSingle());
        w = new(Avx512F.UnpackHigh(xyHigh, zwHigh).AsSingle());
    }
}
