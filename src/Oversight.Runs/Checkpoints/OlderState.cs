using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Oversight.Runs.Checkpoints;

/// <summary>The state in a checkpoint of an earlier version, with its fields called as they are now.</summary>
internal static class OlderState
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>Names that fields had once.</summary>
    private static readonly ImmutableDictionary<string, string> Renamed = ImmutableDictionary<string, string>.Empty.Add("rewardModel", "beside");

    /// <summary>The file with today's names; the file itself where it has no older ones, or is no JSON.</summary>
    /// <param name="utf8">The file.</param>
    public static byte[] Update(byte[] utf8)
    {
        try
        {
            if (JsonNode.Parse(utf8, documentOptions: Strict) is not JsonObject state || !state.Any(field => Renamed.ContainsKey(field.Key)))
                return utf8;
            var renamed = new JsonObject();
            foreach ((string name, JsonNode? value) in state)
                renamed.Add(Renamed.GetValueOrDefault(name, name), value?.DeepClone());
            return JsonSerializer.SerializeToUtf8Bytes(renamed, CheckpointStore.Json);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            // Whoever reads it next says what is wrong with it.
            return utf8;
        }
    }
}
