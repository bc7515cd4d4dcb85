using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Oversight.Numerics;

/// <summary>Four floats, SSE4.2 or Arm AdvSimd.</summary>
internal readonly unsafe struct Lanes128(Vector128<float> value) : ILanes<Lanes128>
{
    private readonly Vector128<float> _value = value;

    public static int Count => Vector128<float>.Count;

    // Arm has 32 registers, SSE 16.
    public static int TileRows => AdvSimd.IsSupported ? 12 : 6;

    public static Lanes128 Zero => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator +(Lanes128 x, Lanes128 y) => new(x._value + y._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator -(Lanes128 x, Lanes128 y) => new(x._value - y._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator *(Lanes128 x, Lanes128 y) => new(x._value * y._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator /(Lanes128 x, Lanes128 y) => new(x._value / y._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Create(float value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Load(float* source) => new(Vector128.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(float* destination, Lanes128 value) => value._value.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 LoadPartial(float* source, int count) => count switch
    {
        <= 0 => default,
        1 => new(Vector128.CreateScalar(*source)),
        2 => new(Vector128.CreateScalar(*(double*)source).AsSingle()),
        3 => new(Vector128.CreateScalar(*(double*)source).AsSingle().WithElement(2, source[2])),
        _ => Load(source),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePartial(float* destination, Lanes128 value, int count)
    {
        if (count >= 4)
        {
            Store(destination, value);
            return;
        }
        if (count >= 1) destination[0] = value._value.GetElement(0);
        if (count >= 2) destination[1] = value._value.GetElement(1);
        if (count >= 3) destination[2] = value._value.GetElement(2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 KeepFirst(Lanes128 value, int count, Lanes128 rest) =>
        new(Vector128.ConditionalSelect(Vector128.Load(LaneMasks.First(count)), value._value, rest._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 MultiplyAdd(Lanes128 x, Lanes128 y, Lanes128 z) =>
        new(Vector128.MultiplyAddEstimate(x._value, y._value, z._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Max(Lanes128 x, Lanes128 y) => new(Vector128.Max(x._value, y._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 AtLeast(Lanes128 x, Lanes128 y) => new(Vector128.MaxNative(x._value, y._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 AtMost(Lanes128 x, Lanes128 y) => new(Vector128.MinNative(x._value, y._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Sqrt(Lanes128 x) => new(Vector128.Sqrt(x._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 WherePositive(Lanes128 condition, Lanes128 value) =>
        new(Vector128.ConditionalSelect(Vector128.GreaterThan(condition._value, default), value._value, default));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 ScaleByPowerOfTwo(Lanes128 value, Lanes128 exponent)
    {
        Vector128<int> whole = Vector128.ConvertToInt32Native(exponent._value);
        Vector128<int> half = whole >> 1;
        return new(value._value * PowerOfTwo(half) * PowerOfTwo(whole - half));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Lanes128 x)
    {
        Vector128<float> pairs = x._value + Vector128.Shuffle(x._value, Vector128.Create(2, 3, 0, 1));
        return (pairs + Vector128.Shuffle(pairs, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MaxLane(Lanes128 x)
    {
        Vector128<float> pairs = Vector128.MaxNative(x._value, Vector128.Shuffle(x._value, Vector128.Create(2, 3, 0, 1)));
        return Vector128.MaxNative(pairs, Vector128.Shuffle(pairs, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 LoadQuads(float* source, nint rowStride) => Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TransposeQuads(ref Lanes128 x, ref Lanes128 y, ref Lanes128 z, ref Lanes128 w)
    {
        // (x0 y0 x1 y1), (x2 y2 x3 y3) and the same of z and w, then pairs of them.
        Vector128<double> xyLow = ZipLow(x._value, y._value).AsDouble();
        Vector128<double> xyHigh = ZipHigh(x._value, y._value).AsDouble();
        Vector128<double> zwLow = ZipLow(z._value, w._value).AsDouble();
        Vector128<double> zwHigh = ZipHigh(z._value, w._value).AsDouble();
        x = new(Vector128.Create(xyLow.GetLower(), zwLow.GetLower()).AsSingle());
        y = new(Vector128.Create(xyLow.GetUpper(), zwLow.GetUpper()).AsSingle());
        z = new(Vector128.Create(xyHigh.GetLower(), zwHigh.GetLower()).AsSingle());
        w = new(Vector128.Create(xyHigh.GetUpper(), zwHigh.GetUpper()).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipLow(Vector128<float> x, Vector128<float> y) =>
        Sse.IsSupported ? Sse.UnpackLow(x, y)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(x, y)
        : Vector128.Create(x.GetElement(0), y.GetElement(0), x.GetElement(1), y.GetElement(1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipHigh(Vector128<float> x, Vector128<float> y) =>
        Sse.IsSupported ? Sse.UnpackHigh(x, y)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(x, y)
        : Vector128.Create(x.GetElement(2), y.GetElement(2), x.GetElement(3), y.GetElement(3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> PowerOfTwo(Vector128<int> exponent) => ((exponent + Vector128.Create(127)) << 23).AsSingle();
}
