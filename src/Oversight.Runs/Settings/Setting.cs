using System.Collections.Frozen;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Oversight.Runs.Options;
using Oversight.Runs.Rounds;

namespace Oversight.Runs.Settings;

/// <summary>One setting of <see cref="TrainingOptions"/>, with what may stand there. Immutable.</summary>
public sealed class Setting
{
    /// <summary>The settings of which a value has a name of its own.</summary>
    private static readonly FrozenDictionary<string, Setting> NamedValues = typeof(TrainingOptions).GetProperties()
        .Where(property => property.GetCustomAttribute<NamedValueAttribute>() is not null)
        .Select(property => new Setting(JsonNamingPolicy.CamelCase.ConvertName(property.Name), property, null))
        .ToFrozenDictionary(setting => setting.Path);

    private readonly Type _type;
    private readonly RangeAttribute? _range;
    private readonly NamedValueAttribute? _named;
    private readonly string[] _names;

    internal Setting(string path, PropertyInfo property, object? usual)
    {
        Path = path;
        _type = property.PropertyType;
        _range = property.GetCustomAttribute<RangeAttribute>();
        _named = property.GetCustomAttribute<NamedValueAttribute>();
        _names = NamesOf(_type);
        Description = property.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "";
        Default = Format(usual);
    }

    /// <summary>Where it stands, for example <c>assistant.width</c>; without a dot it is an option of the command itself.</summary>
    public string Path { get; }

    /// <summary>What stands before the dot; empty for an option of the command itself.</summary>
    public string Group => IsCommandOption ? "" : Path[..Path.IndexOf('.')];

    /// <summary>What stands behind the dot.</summary>
    public string Name => Path[(Path.IndexOf('.') + 1)..];

    /// <summary>What it does, in a few words.</summary>
    public string Description { get; }

    /// <summary>Its value where nobody sets it.</summary>
    public string Default { get; }

    /// <summary>The same as it stands in JSON.</summary>
    internal JsonNode DefaultNode => Parse(Default) ?? throw new InvalidOperationException($"{Path} is not allowed to be {Default}.");

    /// <summary>Whether it is an option of the command itself, such as <c>--seed</c>.</summary>
    public bool IsCommandOption => !Path.Contains('.');

    /// <summary>What may stand there, in words: <c>a whole number from 8 to 4096</c>.</summary>
    public string Allowed => _names.Length > 0 ? string.Join(" or ", _names)
        : _type == typeof(bool) ? "true or false"
        : _type == typeof(string) ? "a name"
        : (_type == typeof(double) ? "a number" : "a whole number") + RangeText + (_named is null ? "" : $", or {_named.Name}");

    private string RangeText => _range is null ? "" : $" from {Bound(_range.Minimum)} to {Bound(_range.Maximum)}";

    /// <summary>Reads a value.</summary>
    /// <param name="text">The value as a person types it, or as it stands in JSON without quotes.</param>
    /// <param name="value">The value.</param>
    /// <param name="error">What is wrong, one line: what was given and what is allowed.</param>
    internal bool TryParse(string text, [NotNullWhen(true)] out JsonNode? value, [NotNullWhen(false)] out string? error)
    {
        value = Parse(text);
        error = value is null ? $"{Path} is '{Shorten(text)}'; allowed is {Allowed}{Hint(text)}" : null;
        return value is not null;
    }

    /// <summary>Reads a value that stands in JSON: a number as a number, a name in quotes.</summary>
    /// <param name="node">The value.</param>
    /// <param name="error">What is wrong, one line.</param>
    internal bool TryParse(JsonNode? node, [NotNullWhen(false)] out string? error)
    {
        JsonValueKind kind = node?.GetValueKind() ?? JsonValueKind.Null;
        bool isName = _names.Length > 0 || _type == typeof(string);
        bool fits = kind switch
        {
            JsonValueKind.String => isName,
            JsonValueKind.True or JsonValueKind.False => _type == typeof(bool),
            JsonValueKind.Number => !isName && _type != typeof(bool),
            _ => false,
        };
        if (fits)
            return TryParse(Show(node!), out _, out error);
        error = $"{Path} is {Shorten(node?.ToJsonString() ?? "null")}; allowed is {Allowed}";
        return false;
    }

    /// <summary>A value that stands in JSON as a person types it.</summary>
    /// <param name="node">The value.</param>
    internal string Show(JsonNode node) =>
        _named is not null && JsonNode.DeepEquals(node, JsonValue.Create(_named.Value)) ? _named.Name : node.ToString();

    /// <summary>A value that stands in JSON as a person types it; nothing where none stands.</summary>
    /// <param name="path">The setting's name.</param>
    /// <param name="value">The value.</param>
    public static string Show(string path, JsonNode? value) =>
        value is null ? "" : NamedValues.TryGetValue(path, out Setting? setting) ? setting.Show(value) : value.ToString();

    /// <summary>What was given, as it is repeated in a message: one line of no great length.</summary>
    internal static string Shorten(string text)
    {
        string line = text.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : line[..60] + "...";
    }

    /// <summary>A value of a setting as text: names in kebab-case, numbers with a point.</summary>
    /// <param name="value">The value.</param>
    public static string Format(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        LearningMethod method => method.Name,
        Enum name => JsonNamingPolicy.KebabCaseLower.ConvertName(name.ToString()),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>A limit, with the thousands of large ones apart.</summary>
    private static string Bound(object limit) => limit is int whole ? whole.ToString("N0", CultureInfo.InvariantCulture) : Format(limit);

    private static string[] NamesOf(Type type) => type.IsEnum ? [.. Enum.GetValues(type).Cast<object>().Select(Format)] : [];

    private JsonValue? Parse(string text)
    {
        if (_names.Length > 0)
            return _names.Contains(text) ? JsonValue.Create(text) : null;
        if (_type == typeof(bool))
            return text is "true" or "false" ? JsonValue.Create(text == "true") : null;
        if (_type == typeof(string))
            return JsonValue.Create(text);
        if (text == _named?.Name)
            return JsonValue.Create(_named.Value);
        if (_type == typeof(double))
        {
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && IsInRange(number)
                ? JsonValue.Create(number)
                : null;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) && IsInRange(whole)
            ? JsonValue.Create(whole)
            : null;
    }

    private bool IsInRange(double value) => double.IsFinite(value)
        && (_range is null
            || (value >= Convert.ToDouble(_range.Minimum, CultureInfo.InvariantCulture)
                && value <= Convert.ToDouble(_range.Maximum, CultureInfo.InvariantCulture)));

    private string Hint(string text) => NearestName.Of(text, _names) is { } nearest ? $" (did you mean {nearest}?)" : "";
}
