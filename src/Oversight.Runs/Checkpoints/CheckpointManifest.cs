using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Oversight.Runs.Files;

namespace Oversight.Runs.Checkpoints;

/// <summary>The table of contents of a checkpoint: JSON, followed by a line with the SHA-256 of all before it, so that every byte is covered.</summary>
/// <param name="Format">The version of the format.</param>
/// <param name="Configuration">The task's configuration.</param>
/// <param name="Files">The other files.</param>
internal sealed record CheckpointManifest(int Format, string Configuration, ImmutableArray<CheckpointFile> Files)
{
    private const int HashLength = 64;

    /// <summary>What is said of a file.</summary>
    public CheckpointFile Find(string name) =>
        (Files.IsDefault ? null : Files.FirstOrDefault(file => file?.Name == name)) ?? throw new InvalidDataException($"its manifest does not name {name}");

    /// <summary>Whether anything is said of a file.</summary>
    public bool Names(string name) => !Files.IsDefault && Files.Any(file => file?.Name == name);

    /// <summary>The manifest as a file.</summary>
    public byte[] Seal(JsonSerializerOptions json)
    {
        string text = JsonSerializer.Serialize(this, json) + "\n";
        return Encoding.UTF8.GetBytes(text + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) + "\n");
    }

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="InvalidDataException">A byte of it has changed, or it is not what <see cref="Seal"/> makes.</exception>
    public static CheckpointManifest Open(ReadOnlySpan<byte> bytes, JsonSerializerOptions json)
    {
        int end = bytes.Length - HashLength - 1;
        if (end <= 0 || bytes[^1] != '\n' || Convert.ToHexStringLower(SHA256.HashData(bytes[..end])) != Encoding.UTF8.GetString(bytes[end..^1]))
            throw new InvalidDataException("its manifest does not have the checksum that it says");
        return StrictJson.Read<CheckpointManifest>(bytes[..end], json, "manifest");
    }
}
