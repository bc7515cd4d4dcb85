using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

/// <summary>
/// Division of rows by the root of their mean squares, then a gain: what <see cref="LayerNorm"/> and <see cref="RmsNorm"/> share.
/// </summary>
/// <remarks>
/// Rows that are not centred have a set of gains for each part, and neither bias nor mean; rows that are centred have one part.
/// </remarks>
internal static unsafe partial class Normalisation
{
    // (x - mean) * inverse, or x * inverse
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Normal<TNormalisation, TLanes>(TLanes x, TLanes center, TLanes factor)
        where TNormalisation : struct, INormalisation
        where TLanes : unmanaged, ILanes<TLanes> => TNormalisation.IsCentred ? (x - center) * factor : x * factor;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CheckInputs(int rows, int cols, ReadOnlySpan<float> x, ReadOnlySpan<float> gain, int parts)
    {
        ThrowHelper.CheckSize(rows);
        ThrowHelper.CheckSize(cols);
        ThrowHelper.CheckMatrix(x, rows, cols, cols);
        ThrowHelper.CheckAtLeast(gain, parts * cols);
    }
}
