using System.Security.Cryptography;

namespace Oversight.Runs.Checkpoints;

/// <summary>What a manifest says of one file.</summary>
/// <param name="Name">Its name in the checkpoint's folder.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Sha256">Its SHA-256, in lower-case hexadecimal.</param>
internal sealed record CheckpointFile(string Name, long Length, string Sha256)
{
    public static CheckpointFile Of(string name, ReadOnlySpan<byte> bytes) => new(name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
}
