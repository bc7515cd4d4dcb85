using System.Text.Json;
using System.Text.Json.Nodes;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;

namespace Oversight.Runs.Checkpoints;

/// <summary>The options that a checkpoint was made with; whatever is wrong with them is an <see cref="InvalidDataException"/>.</summary>
internal static class CheckpointedOptions
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>Reads them.</summary>
    /// <param name="schema">The settings there are.</param>
    /// <param name="utf8">The file.</param>
    /// <exception cref="InvalidDataException">They are not options.</exception>
    public static TrainingOptions Read(SettingsSchema schema, byte[] utf8)
    {
        try
        {
            if (JsonNode.Parse(utf8, documentOptions: Strict) is not JsonObject json)
                throw new InvalidDataException("its options are no object");
            return schema.TryRead(json, out TrainingOptions? options, out string? error)
                ? options
                : throw new InvalidDataException($"its options cannot be read: {error}");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"its options cannot be read: {exception.Message.ReplaceLineEndings(" ")}", exception);
        }
    }
}
