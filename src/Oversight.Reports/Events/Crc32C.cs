using System.Numerics;

namespace Oversight.Reports.Events;

/// <summary>CRC-32C, Castagnoli's checksum (RFC 3720, appendix B.4), and the masked form in which event files store it.</summary>
public static class Crc32C
{
    private const uint MaskDelta = 0xa282ead8;

    /// <summary>The checksum of some bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint crc = ~0u;
        foreach (byte value in bytes)
            crc = BitOperations.Crc32C(crc, value);
        return ~crc;
    }

    /// <summary>The checksum rotated by 15 bits and moved, so that a checksum of bytes that hold checksums stays a good one.</summary>
    /// <param name="bytes">The bytes.</param>
    public static uint Masked(ReadOnlySpan<byte> bytes) => BitOperations.RotateRight(Of(bytes), 15) + MaskDelta;
}
