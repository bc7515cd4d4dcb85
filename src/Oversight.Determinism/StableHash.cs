namespace Oversight.Determinism;

/// <summary>A 64-bit hash that is the same in every process, on every machine, for ever; unlike <see cref="object.GetHashCode"/>.</summary>
public static class StableHash
{
    private const ulong Offset = 0xCBF29CE484222325;
    private const ulong Prime = 0x100000001B3;

    /// <summary>The hash of some bytes (FNV-1a, finished with SplitMix64's mixer so that every bit is usable).</summary>
    /// <param name="bytes">What is hashed.</param>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        ulong hash = Offset;
        foreach (byte b in bytes)
            hash = (hash ^ b) * Prime;
        return RandomKey.Mix(hash);
    }

    /// <summary>One hash of two, order mattering.</summary>
    /// <param name="first">A hash.</param>
    /// <param name="second">A hash.</param>
    public static ulong Combine(ulong first, ulong second) => RandomKey.Mix(first * Prime ^ second);
}
