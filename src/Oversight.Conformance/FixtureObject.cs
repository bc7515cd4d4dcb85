using System.Text.Json;

namespace Oversight.Conformance;

/// <summary>One JSON object of a fixture. Reads what has to be there and tolerates nothing else.</summary>
public readonly struct FixtureObject
{
    private readonly JsonElement _element;
    private readonly string _place;

    internal FixtureObject(JsonElement element, string place)
    {
        _element = element;
        _place = place;
        if (element.ValueKind != JsonValueKind.Object)
            throw Bad($"an object was expected, not {Shorten(element)}");
    }

    /// <summary>What the object is, its <c>kind</c>.</summary>
    public string Kind => Text("kind");

    internal string Place => _place;

    /// <summary>Whether the object says something of that name.</summary>
    /// <param name="name">The name.</param>
    public bool Has(string name) => _element.TryGetProperty(name, out _);

    /// <summary>Insists that the object says nothing but what is listed.</summary>
    /// <param name="names">What it may say.</param>
    public FixtureObject Only(params ReadOnlySpan<string> names)
    {
        foreach (JsonProperty property in _element.EnumerateObject())
        {
            if (!names.Contains(property.Name))
                throw Bad($"'{property.Name}' does not belong here; allowed are {string.Join(", ", names.ToArray())}");
        }

        return this;
    }

    /// <summary>A text.</summary>
    /// <param name="name">Its name.</param>
    public string Text(string name)
    {
        JsonElement value = Value(name);
        return value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Bad($"'{name}' should be a text, not {Shorten(value)}");
    }

    /// <summary>Whether something is a certain text; it may be of another type.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">The text.</param>
    public bool IsText(string name, string text) => Value(name) is { ValueKind: JsonValueKind.String } value && value.ValueEquals(text);

    /// <summary>A whole number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="low">The smallest that is allowed.</param>
    /// <param name="high">The largest that is allowed.</param>
    public int Number(string name, int low, int high) => ToNumber(name, Value(name), low, high);

    /// <summary>A whole number or null.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="low">The smallest that is allowed.</param>
    /// <param name="high">The largest that is allowed.</param>
    public int? NumberOrNull(string name, int low, int high)
    {
        JsonElement value = Value(name);
        return value.ValueKind == JsonValueKind.Null ? null : ToNumber(name, value, low, high);
    }

    /// <summary>A list of objects.</summary>
    /// <param name="name">Its name.</param>
    public IEnumerable<FixtureObject> Objects(string name)
    {
        string place = _place;
        return Elements(name).Select((element, i) => new FixtureObject(element, $"{place} {name}[{i}]"));
    }

    /// <summary>What to throw when the object makes no sense.</summary>
    /// <param name="problem">What is wrong, in words.</param>
    public FixtureFormatException Bad(string problem) => new($"{_place}: {problem.ReplaceLineEndings(" ")}");

    /// <summary>What to throw when the object's kind is none of those that may stand here.</summary>
    public FixtureFormatException BadKind() => Bad($"kind '{Kind}' does not belong here");

    internal bool IsTrue(string name)
    {
        JsonElement value = Value(name);
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            throw Bad($"'{name}' should be true or false, not {Shorten(value)}");
        return value.GetBoolean();
    }

    internal FixtureObject Object(string name) => new(Value(name), $"{_place} {name}");

    internal IEnumerable<JsonElement> Elements(string name)
    {
        JsonElement value = Value(name);
        return value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : throw Bad($"'{name}' should be a list, not {Shorten(value)}");
    }

    internal JsonElement Value(string name) =>
        _element.TryGetProperty(name, out JsonElement value) ? value : throw Bad($"'{name}' is missing");

    private static string Shorten(JsonElement value)
    {
        string text = value.GetRawText().ReplaceLineEndings(" ");
        return text.Length <= 40 ? text : $"{text[..40]}...";
    }

    private int ToNumber(string name, JsonElement value, int low, int high) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number >= low && number <= high
            ? number
            : throw Bad($"'{name}' should be a whole number from {low} to {high}, not {Shorten(value)}");
}
