using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Oversight.Runs.Files;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Tasks;

namespace Oversight.Runs.Folders;

/// <summary>Reads a run's <c>config.json</c>, which may have been edited: what is wrong with it comes back as one line, never as an exception.</summary>
public static class ConfigFileReader
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const long LargestFile = 1 << 18;

    internal const string Kind = "oversight run 1";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>Reads the options in a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="schema">The settings there are.</param>
    /// <param name="options">The options.</param>
    /// <param name="error">What is wrong, one line.</param>
    public static bool TryRead(
        string path, SettingsSchema schema, [NotNullWhen(true)] out TrainingOptions? options, [NotNullWhen(false)] out string? error)
    {
        options = null;
        string name = Path.GetFileName(path);
        try
        {
            long length = new FileInfo(path).Length;
            if (length > LargestFile)
                error = $"{name} has {length} bytes, at most {LargestFile} are allowed";
            else if (!TryParse(File.ReadAllBytes(path), schema, out options, out error))
                error = $"{name}{error}";
        }
        catch (Exception exception) when (DiskTrouble.Is(exception) || exception is ArgumentException or NotSupportedException)
        {
            error = $"{name}: {DiskTrouble.Line(exception)}";
        }

        return error is null && options is not null;
    }

    /// <summary>The run's name for itself; null in files of older versions.</summary>
    /// <param name="path">The file.</param>
    internal static string? RunNameOf(string path) => Text(path, "run");

    /// <summary>The names under which a comparison keeps the run; null where there are none, or the file cannot be read.</summary>
    /// <param name="path">The file.</param>
    internal static ImmutableArray<string>? VariantsOf(string path) =>
        Field(path, "variants") is JsonArray { Count: > 0 } names
        && names.All(name => name is JsonValue value && value.TryGetValue(out string? _))
            ? [.. names.Select(name => name!.GetValue<string>()).Distinct()]
            : null;

    /// <summary>The widths of the vectors that the run was computed with, in bits; empty where they are not said.</summary>
    /// <param name="path">The file.</param>
    internal static ImmutableArray<int> VectorWidthsOf(string path) => Field(path, "vectorWidths") is JsonArray widths
        ? [.. widths.OfType<JsonValue>().Select(width => width.TryGetValue(out int bits) ? bits : 0)]
        : [];

    /// <summary>The version of the program that wrote a file; null where it is not said.</summary>
    /// <param name="path">The file.</param>
    internal static string? VersionOf(string path) => Text(path, "version");

    private static string? Text(string path, string name) =>
        Field(path, name) is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static JsonNode? Field(string path, string name)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: <= LargestFile }
                ? (JsonNode.Parse(File.ReadAllBytes(path), documentOptions: Strict) as JsonObject)?[name]
                : null;
        }
        catch (Exception exception) when (DiskTrouble.Is(exception) || exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Reads options; what is wrong is said as it follows the file's name.</summary>
    internal static bool TryParse(
        byte[] utf8, SettingsSchema schema, [NotNullWhen(true)] out TrainingOptions? options, [NotNullWhen(false)] out string? error)
    {
        options = null;
        try
        {
            if (JsonNode.Parse(utf8, documentOptions: Strict) is not JsonObject config || config["format"]?.ToString() != Kind)
                error = $" does not say \"format\": \"{Kind}\"";
            else if (config["options"] is not JsonObject json)
                error = " has no \"options\"";
            else if (!schema.TryRead(json, out options, out string? problem) || (problem = ProblemOf(options)) is not null)
                error = $", options: {problem}";
            else
                error = null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // An escape sequence that is no character shows only when the text is asked for, as an InvalidOperationException.
            error = $": {exception.Message.ReplaceLineEndings(" ")}";
        }

        if (error is not null)
            options = null;
        return error is null && options is not null;
    }

    private static string? ProblemOf(TrainingOptions options)
    {
        string[] tasks = [.. TaskCatalog.Variants.Select(variant => variant.Name)];
        if (!tasks.Contains(options.Task))
            return $"task is '{Setting.Shorten(options.Task)}'; allowed is {string.Join(" or ", tasks)}";
        string[] presets = [.. Enum.GetValues<TaskPreset>().Select(preset => Setting.Format(preset))];
        return presets.Contains(options.Preset) ? null : $"preset is '{Setting.Shorten(options.Preset)}'; allowed is {string.Join(" or ", presets)}";
    }
}
