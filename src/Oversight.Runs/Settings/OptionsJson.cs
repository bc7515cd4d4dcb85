using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Oversight.Runs.Rounds;

namespace Oversight.Runs.Settings;

/// <summary>Options as JSON. Names and values are checked by <see cref="SettingsSchema.TryRead"/>, which reads what this writes.</summary>
public static class OptionsJson
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new MethodJsonConverter(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    private static readonly ImmutableHashSet<string> Common =
        [.. typeof(TrainingOptions).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))];

    /// <summary>Every option as a JSON object: those of all runs, then those that the method brings.</summary>
    /// <param name="options">The options.</param>
    public static JsonObject Write(TrainingOptions options)
    {
        JsonObject json = JsonSerializer.SerializeToNode(options, Format)!.AsObject();
        if (options.Own is { } own)
            json[own.Group] = JsonSerializer.SerializeToNode(own, own.GetType(), Format);
        return json;
    }

    /// <summary>JSON as it stands in the files of a run: indented, with line feeds.</summary>
    /// <param name="json">The object.</param>
    internal static string Print(JsonObject json) => json.ToJsonString(Format) + "\n";

    /// <summary>Reads options whose names and values are known to be right. Groups of other methods, which older files have, are passed over.</summary>
    /// <param name="json">The options.</param>
    /// <param name="method">The method that they name.</param>
    /// <exception cref="JsonException">They are no options after all.</exception>
    internal static TrainingOptions Read(JsonObject json, LearningMethod method)
    {
        var common = new JsonObject();
        foreach ((string name, JsonNode? value) in json.Where(pair => Common.Contains(pair.Key)))
            common[name] = value?.DeepClone();
        common["method"] = method.Name;
        return common.Deserialize<TrainingOptions>(Format)! with { Method = method, Own = ReadOwn(json, method.Options) };
    }

    private static IMethodOptions? ReadOwn(JsonObject json, IMethodOptions? usual) =>
        usual is not null && json[usual.Group] is { } group ? (IMethodOptions)group.Deserialize(usual.GetType(), Format)! : usual;
}
