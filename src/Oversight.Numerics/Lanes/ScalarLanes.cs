using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

/// <summary>One float: the definition that every wider path repeats in each of its lanes.</summary>
internal readonly unsafe struct ScalarLanes(float value) : ILanes<ScalarLanes>
{
    private readonly float _value = value;

    public static int Count => 1;

    public static int TileRows => 6;

    public static ScalarLanes Zero => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes operator +(ScalarLanes x, ScalarLanes y) => new(x._value + y._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes operator -(ScalarLanes x, ScalarLanes y) => new(x._value - y._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes operator *(ScalarLanes x, ScalarLanes y) => new(x._value * y._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes operator /(ScalarLanes x, ScalarLanes y) => new(x._value / y._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes Create(float value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes Load(float* source) => new(*source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes LoadPartial(float* source, int count) => count > 0 ? new(*source) : default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(float* destination, ScalarLanes value) => *destination = value._value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePartial(float* destination, ScalarLanes value, int count)
    {
        if (count > 0) *destination = value._value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes KeepFirst(ScalarLanes value, int count, ScalarLanes rest) => count > 0 ? value : rest;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes MultiplyAdd(ScalarLanes x, ScalarLanes y, ScalarLanes z) =>
        new(float.MultiplyAddEstimate(x._value, y._value, z._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes Max(ScalarLanes x, ScalarLanes y) => new(MathF.Max(x._value, y._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes AtLeast(ScalarLanes x, ScalarLanes y) => x._value > y._value ? x : y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes AtMost(ScalarLanes x, ScalarLanes y) => x._value < y._value ? x : y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes Sqrt(ScalarLanes x) => new(MathF.Sqrt(x._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes WherePositive(ScalarLanes condition, ScalarLanes value) => condition._value > 0f ? value : default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes ScaleByPowerOfTwo(ScalarLanes value, ScalarLanes exponent)
    {
        int whole = (int)exponent._value;
        int half = whole >> 1;
        return new(value._value * PowerOfTwo(half) * PowerOfTwo(whole - half));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(ScalarLanes x) => x._value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MaxLane(ScalarLanes x) => x._value;

    public static ScalarLanes LoadQuads(float* source, nint rowStride) => throw new NotSupportedException();

    public static void TransposeQuads(ref ScalarLanes x, ref ScalarLanes y, ref ScalarLanes z, ref ScalarLanes w) =>
        throw new NotSupportedException();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float PowerOfTwo(int exponent) => BitConverter.Int32BitsToSingle((exponent + 127) << 23);
}
