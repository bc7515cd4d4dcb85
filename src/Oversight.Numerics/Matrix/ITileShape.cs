namespace Oversight.Numerics;

/// <summary>The shape of a matrix tile: a constant for the compiler, which makes a tile kernel of its own for each.</summary>
internal interface ITileShape
{
    /// <summary>Whether the tile has as many rows as the registers can hold; else up to 4, of which some may be missing.</summary>
    static abstract bool IsFull { get; }

    /// <summary>Whether the tile is two vectors wide; else one.</summary>
    static abstract bool IsWide { get; }
}
