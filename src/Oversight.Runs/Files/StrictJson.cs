using System.Text.Json;

namespace Oversight.Runs.Files;

/// <summary>Reads JSON into a type that is known beforehand; whatever is wrong with it is an <see cref="InvalidDataException"/>.</summary>
internal static class StrictJson
{
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
}
