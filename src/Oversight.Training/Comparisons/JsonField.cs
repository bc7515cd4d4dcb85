using System.Text.Json.Nodes;

namespace Oversight.Training.Comparisons;

/// <summary>Reads fields of JSON objects that a person may have spoilt; what is missing or of another kind is said by name.</summary>
internal static class JsonField
{
    /// <summary>A number.</summary>
    /// <exception cref="FormatException">There is none of that name.</exception>
    public static double Number(JsonNode? parent, string name) =>
        NumberOrNull(parent, name) ?? throw new FormatException($"there is no number \"{name}\"");

    /// <summary>A number, or null.</summary>
    public static double? NumberOrNull(JsonNode? parent, string name) =>
        Find(parent, name) is JsonValue value && value.TryGetValue(out double number) ? number : null;

    /// <summary>A whole number.</summary>
    /// <exception cref="FormatException">There is none of that name.</exception>
    public static long Whole(JsonNode? parent, string name) => (long)Number(parent, name);

    /// <summary>A whole number; 0 where older files have none.</summary>
    public static long WholeOrZero(JsonNode? parent, string name) => (long)(NumberOrNull(parent, name) ?? 0);

    /// <summary>A text; empty if there is none.</summary>
    public static string Text(JsonNode? parent, string name) =>
        Find(parent, name) is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    /// <summary>An object.</summary>
    /// <exception cref="FormatException">There is none of that name.</exception>
    public static JsonObject Group(JsonNode? parent, string name) =>
        Find(parent, name) as JsonObject ?? throw new FormatException($"there is no object \"{name}\"");

    /// <summary>A field, or null.</summary>
    public static JsonNode? Find(JsonNode? parent, string name) => (parent as JsonObject)?[name];
}
