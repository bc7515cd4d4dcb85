using System.Text.Json;
using System.Text.Json.Nodes;

namespace Oversight.Runs.Files;

/// <summary>Reads fields of JSON objects that a person may have spoilt; what is missing or of another kind is said by name.</summary>
internal static class JsonField
{
    private const double LargestWhole = 1L << 53;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>Reads a text.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static JsonNode? Parse(string text) => JsonNode.Parse(text, documentOptions: Strict);

    /// <summary>A number that is not negative.</summary>
    /// <exception cref="FormatException">There is none of that name.</exception>
    public static double Number(JsonNode? parent, string name) => Within(parent, name, LargestWhole);

    /// <summary>A share, from 0 to 1.</summary>
    /// <exception cref="FormatException">There is none of that name.</exception>
    public static double Share(JsonNode? parent, string name) => Within(parent, name, 1);

    /// <summary>A share; null where there is none.</summary>
    /// <exception cref="FormatException">It is no such number.</exception>
    public static double? ShareOrNull(JsonNode? parent, string name) => Find(parent, name) is null ? null : Share(parent, name);

    /// <summary>A number, or null.</summary>
    public static double? NumberOrNull(JsonNode? parent, string name) =>
        Find(parent, name) is JsonValue value && value.TryGetValue(out double number) ? number : null;

    /// <summary>A whole number that is not negative.</summary>
    /// <exception cref="FormatException">There is none of that name.</exception>
    public static long Whole(JsonNode? parent, string name) => (long)Within(parent, name, LargestWhole);

    /// <summary>A whole number of steps or classes.</summary>
    /// <exception cref="FormatException">There is none of that name.</exception>
    public static int Count(JsonNode? parent, string name) => (int)Within(parent, name, int.MaxValue);

    /// <summary>A whole number; 0 where older files have none.</summary>
    /// <exception cref="FormatException">It is no such number.</exception>
    public static long WholeOrZero(JsonNode? parent, string name) => Find(parent, name) is null ? 0 : Whole(parent, name);

    /// <summary>A whole number; null where older files have none.</summary>
    /// <exception cref="FormatException">It is no such number.</exception>
    public static long? WholeOrNull(JsonNode? parent, string name) => Find(parent, name) is null ? null : Whole(parent, name);

    /// <summary>A text; empty if there is none.</summary>
    public static string Text(JsonNode? parent, string name) =>
        Find(parent, name) is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    /// <summary>An object.</summary>
    /// <exception cref="FormatException">There is none of that name.</exception>
    public static JsonObject Group(JsonNode? parent, string name) =>
        Find(parent, name) as JsonObject ?? throw new FormatException($"there is no object \"{name}\"");

    /// <summary>A field, or null.</summary>
    public static JsonNode? Find(JsonNode? parent, string name) => (parent as JsonObject)?[name];

    private static double Within(JsonNode? parent, string name, double largest) => NumberOrNull(parent, name) switch
    {
        null => throw new FormatException($"there is no number \"{name}\""),
        { } number and >= 0 when number <= largest => number,
        { } number => throw new FormatException($"\"{name}\" is {number}; allowed is a number from 0 to {largest}"),
    };
}
