using System.Text.Json;
using System.Text.Json.Nodes;
using Oversight.Training.Options;

namespace Oversight.Training.Checkpoints;

/// <summary>Reads JSON into a type that is known beforehand; whatever is wrong with it is an <see cref="InvalidDataException"/>.</summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>Reads a value.</summary>
    /// <exception cref="InvalidDataException">It is not what the type says.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8, JsonSerializerOptions options, string name)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(utf8, options) ?? throw new InvalidDataException($"its {name} is empty");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException($"its {name} cannot be read: {exception.Message.ReplaceLineEndings(" ")}", exception);
        }
    }

    /// <summary>Reads the options that a checkpoint was made with.</summary>
    /// <exception cref="InvalidDataException">They are not options.</exception>
    public static TrainingOptions ReadOptions(byte[] utf8)
    {
        try
        {
            if (JsonNode.Parse(utf8, documentOptions: Strict) is not JsonObject json)
                throw new InvalidDataException("its options are no object");
            return OptionsJson.TryRead(json, out TrainingOptions? options, out string? error)
                ? options
                : throw new InvalidDataException($"its options cannot be read: {error}");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"its options cannot be read: {exception.Message.ReplaceLineEndings(" ")}", exception);
        }
    }
}
