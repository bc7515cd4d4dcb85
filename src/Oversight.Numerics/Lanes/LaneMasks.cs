using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Oversight.Numerics;

/// <summary>Masks that keep the first lanes of a vector.</summary>
internal static unsafe class LaneMasks
{
    private const int Widest = 16;

    private static ReadOnlySpan<int> Window =>
    [
        -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>Address from which a vector of up to 16 lanes reads <paramref name="count"/> lanes of ones, then zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float* First(int count) =>
        (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(Window)) + (Widest - count);
}
