using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Oversight.Neural;
using Oversight.Runs.Checkpoints;
using Oversight.Runs.Files;
using Oversight.Runs.Folders;

namespace Oversight.Runs.Studies;

/// <summary>
/// The checkpoint of a unit: one safetensors file with the networks and their moments, and the rest as JSON in its metadata. Written whole or not at all, and the same file at the end as at any
/// step before.
/// </summary>
internal static class UnitFile
{
    private const string StateKey = "state";
    private const string IdentityKey = "identity";
    private const string SecondsKey = "seconds";
    private const string HashKey = "sha256";

    /// <summary>Writes a unit as it stands.</summary>
    public static void Write(string path, StudyUnit unit, string identity, double seconds)
    {
        using var stream = new MemoryStream();
        string state = Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(unit.Capture(), CheckpointStore.Json));
        var metadata = new Dictionary<string, string>
        {
            [IdentityKey] = identity,
            [StateKey] = state,
            [HashKey] = HashOf(unit, state),
            [SecondsKey] = seconds.ToString("R", CultureInfo.InvariantCulture),
        };
        Safetensors.Write(stream, VectorsOf(unit), metadata);
        AtomicFile.Write(DiskFileSystem.Instance, path, stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    /// <summary>Restores a unit.</summary>
    /// <returns>The seconds spent before.</returns>
    /// <exception cref="InvalidDataException">The file is damaged, or is of another study; the message says which.</exception>
    public static double Read(string path, StudyUnit unit, string identity)
    {
        using FileStream stream = File.OpenRead(path);
        IReadOnlyDictionary<string, string> metadata = Safetensors.Read(stream, VectorsOf(unit));
        string found = metadata.GetValueOrDefault(IdentityKey, "");
        if (found != identity)
            throw new InvalidDataException($"it is of '{found}' and not of '{identity}'");
        if (!metadata.TryGetValue(StateKey, out string? state)
            || !double.TryParse(metadata.GetValueOrDefault(SecondsKey), NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds))
        {
            throw new InvalidDataException("it has no state");
        }

        if (metadata.GetValueOrDefault(HashKey) != HashOf(unit, state))
            throw new InvalidDataException("its numbers are not those that were written: they do not have the hash that it says");
        unit.Restore(StrictJson.Read<UnitState>(Encoding.UTF8.GetBytes(state), CheckpointStore.Json, "state"));
        return seconds;
    }

    /// <summary>The hash of everything that decides how the unit goes on: its state and every number of its networks.</summary>
    private static string HashOf(StudyUnit unit, string state) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state + WeightsStamp.HashOf(VectorsOf(unit)))));

    private static (string Prefix, ParameterVector Vector)[] VectorsOf(StudyUnit unit) =>
        [.. from one in unit.Networks from part in one.Network.Vectors select ($"{one.Name}.{part.Prefix}", part.Vector)];
}
