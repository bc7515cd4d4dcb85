namespace Oversight.Numerics;

/// <summary>What the caches move at once.</summary>
internal static class CacheLine
{
    /// <summary>Floats in a line of 64 bytes.</summary>
    internal const int Floats = 16;
}
