using System.Runtime.CompilerServices;

namespace Oversight.Numerics;

/// <summary>Copies a panel of the right matrix, a few columns wide, to contiguous rows that the tile kernels stream through.</summary>
/// <remarks>The panel's rows are padded with 0 to whole vectors; every element is multiplied by the scale.</remarks>
internal static unsafe class PanelPacking
{
    /// <summary>Packs from a matrix whose rows are the panel's rows.</summary>
    internal static void Copy<TLanes>(float* source, nint stride, int depth, int columns, int width, float scale, float* panel)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        TLanes factor = TLanes.Create(scale);
        int whole = columns / TLanes.Count * TLanes.Count;
        for (int k = 0; k < depth; k++)
        {
            for (int column = 0; column < whole; column += TLanes.Count)
            {
                TLanes.Store(panel + column, TLanes.Load(source + column) * factor);
            }
            if (whole < width)
            {
                TLanes.Store(panel + whole, TLanes.LoadPartial(source + whole, columns - whole) * factor);
            }
            source += stride;
            panel += width;
        }
    }

    /// <summary>Packs from a matrix whose rows are the panel's columns: a transposition.</summary>
    internal static void Transpose<TLanes>(float* source, nint stride, int depth, int columns, int width, float scale, float* panel)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        int column = 0;
        if (TLanes.Count >= 4)
        {
            int whole = depth & ~3;
            for (; column + TLanes.Count <= columns; column += TLanes.Count)
            {
                Quads<TLanes>(source + (column * stride), stride, whole, width, scale, panel + column);
                Singles(source + (column * stride), stride, whole, depth, TLanes.Count, width, scale, panel + column);
            }
            for (; column + 4 <= columns; column += 4)
            {
                Quads<Lanes128>(source + (column * stride), stride, whole, width, scale, panel + column);
                Singles(source + (column * stride), stride, whole, depth, 4, width, scale, panel + column);
            }
        }
        Singles(source + (column * stride), stride, 0, depth, columns - column, width, scale, panel + column);
        Pad(panel, depth, columns, width);
    }

    // One vector of panel columns, four depths at a time; depth is a multiple of 4.
    private static void Quads<TLanes>(float* source, nint stride, int depth, int width, float scale, float* panel)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        TLanes factor = TLanes.Create(scale);
        for (int k = 0; k < depth; k += 4)
        {
            TLanes x = TLanes.LoadQuads(source, stride);
            TLanes y = TLanes.LoadQuads(source + stride, stride);
            TLanes z = TLanes.LoadQuads(source + (2 * stride), stride);
            TLanes w = TLanes.LoadQuads(source + (3 * stride), stride);
            TLanes.TransposeQuads(ref x, ref y, ref z, ref w);
            TLanes.Store(panel, x * factor);
            TLanes.Store(panel + width, y * factor);
            TLanes.Store(panel + (2 * width), z * factor);
            TLanes.Store(panel + (3 * width), w * factor);
            source += 4;
            panel += 4 * width;
        }
    }

    private static void Singles(
        float* source, nint stride, int from, int depth, int columns, int width, float scale, float* panel)
    {
        for (int column = 0; column < columns; column++)
        {
            for (int k = from; k < depth; k++) panel[((nint)k * width) + column] = source[(column * stride) + k] * scale;
        }
    }

    private static void Pad(float* panel, int depth, int columns, int width)
    {
        if (columns == width) return;
        for (int k = 0; k < depth; k++)
        {
            Unsafe.InitBlockUnaligned(panel + ((nint)k * width) + columns, 0, (uint)(width - columns) * sizeof(float));
        }
    }
}
