using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

/// <summary>Steps of the kernels that walk along a row, whose last vector may be partial.</summary>
internal static unsafe class Row
{
    /// <summary>The first <paramref name="count"/> floats, 0 in the lanes after them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLanes Load<TLanes>(float* source, int count)
        where TLanes : unmanaged, ILanes<TLanes> =>
        count >= TLanes.Count ? TLanes.Load(source) : TLanes.LoadPartial(source, count);

    /// <summary>Writes the first <paramref name="count"/> lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store<TLanes>(float* destination, TLanes value, int count)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        if (count >= TLanes.Count) TLanes.Store(destination, value);
        else TLanes.StorePartial(destination, value, count);
    }

    /// <summary>The lanes that hold floats of the row, 0 in those after them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLanes Keep<TLanes>(TLanes value, int count, TLanes rest)
        where TLanes : unmanaged, ILanes<TLanes> =>
        count >= TLanes.Count ? value : TLanes.KeepFirst(value, count, rest);

    /// <summary>Sum of x * y along a row.</summary>
    internal static float Dot<TLanes>(float* x, float* y, int length)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        TLanes sum0 = TLanes.Zero, sum1 = TLanes.Zero;
        int i = 0;
        for (; i <= length - (2 * TLanes.Count); i += 2 * TLanes.Count)
        {
            sum0 = TLanes.MultiplyAdd(TLanes.Load(x + i), TLanes.Load(y + i), sum0);
            sum1 = TLanes.MultiplyAdd(TLanes.Load(x + i + TLanes.Count), TLanes.Load(y + i + TLanes.Count), sum1);
        }
        for (; i < length; i += TLanes.Count)
        {
            int count = length - i;
            sum0 = TLanes.MultiplyAdd(Load<TLanes>(x + i, count), Load<TLanes>(y + i, count), sum0);
        }
        return TLanes.Sum(sum0 + sum1);
    }
}
