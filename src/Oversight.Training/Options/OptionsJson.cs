using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Oversight.Training.Options;

/// <summary>Writes <see cref="TrainingOptions"/> as JSON and reads them back: every name and value is checked, unknown names are refused.</summary>
public static class OptionsJson
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Every option as a JSON object.</summary>
    /// <param name="options">The options.</param>
    public static JsonObject Write(TrainingOptions options) => JsonSerializer.SerializeToNode(options, Format)!.AsObject();

    /// <summary>Reads options; what is not there has its usual value.</summary>
    /// <param name="json">As <see cref="Write"/> makes it.</param>
    /// <param name="options">The options.</param>
    /// <param name="error">What is wrong and where, one line.</param>
    public static bool TryRead(
        JsonObject json, [NotNullWhen(true)] out TrainingOptions? options, [NotNullWhen(false)] out string? error)
    {
        options = null;
        error = FirstProblem(json, "");
        if (error is not null)
            return false;
        try
        {
            options = json.Deserialize<TrainingOptions>(Format)!;
            error = SettingsSchema.ProblemOf(options);
        }
        catch (JsonException exception)
        {
            error = exception.Message.ReplaceLineEndings(" ");
        }

        return error is null;
    }

    /// <summary>JSON as it stands in the files of a run: indented, with line feeds.</summary>
    /// <param name="json">The object.</param>
    internal static string Print(JsonObject json) => json.ToJsonString(Format) + "\n";

    private static string? FirstProblem(JsonObject json, string prefix)
    {
        foreach ((string name, JsonNode? value) in json)
        {
            string path = prefix + name;
            string? problem = value is JsonObject group && SettingsSchema.IsGroup(path)
                ? FirstProblem(group, path + ".")
                : ProblemOf(path, value);
            if (problem is not null)
                return problem;
        }

        return null;
    }

    private static string? ProblemOf(string path, JsonNode? value)
    {
        if (SettingsSchema.IsGroup(path))
            return $"{path} must be a group of settings";
        if (SettingsSchema.Find(path) is not { } setting)
            return SettingsSchema.UnknownName(path);
        return setting.TryParse(value, out string? problem) ? null : problem;
    }
}
