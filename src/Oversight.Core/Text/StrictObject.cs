using System.Collections.Immutable;
using System.Text.Json;

namespace Oversight.Core.Text;

/// <summary>
/// The members of a JSON object whose names are known and stand once each. Everything else throws <see cref="JsonException"/>, which
/// <see cref="TextTranscriptReader"/> turns into a line for the user.
/// </summary>
internal sealed class StrictObject
{
    private readonly string _what;
    private readonly Dictionary<string, JsonElement> _members;

    private StrictObject(string what, Dictionary<string, JsonElement> members) => (_what, _members) = (what, members);

    public static StrictObject Read(JsonElement element, string what, params ReadOnlySpan<string> names)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new JsonException($"An object is expected for {what}, not {Kind(element)}.");
        var members = new Dictionary<string, JsonElement>();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            string name = NameOf(property, what);
            if (!names.Contains(name))
                throw new JsonException($"'{ReadableText.Excerpt(name)}' is not known in {what}; known are {string.Join(", ", names!)}.");
            if (!members.TryAdd(name, property.Value))
                throw new JsonException($"'{name}' stands twice in {what}.");
        }

        return new StrictObject(what, members);
    }

    public JsonElement Required(string name) =>
        _members.TryGetValue(name, out JsonElement value) ? value : throw new JsonException($"'{name}' is missing in {_what}.");

    public JsonElement? Optional(string name) => _members.TryGetValue(name, out JsonElement value) ? value : null;

    public string String(string name)
    {
        JsonElement value = Required(name);
        if (value.ValueKind != JsonValueKind.String)
            throw new JsonException($"'{name}' in {_what} must be a string, not {Kind(value)}.");
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new JsonException($"'{name}' in {_what} is no valid Unicode text.");
        }
    }

    public string? OptionalString(string name) => Optional(name) is null ? null : String(name);

    public long Whole(string name)
    {
        JsonElement value = Required(name);
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) && number >= 0)
            return number;
        throw new JsonException($"'{name}' in {_what} must be a whole number from 0.");
    }

    public decimal Amount(string name, decimal max, int decimals)
    {
        if (Optional(name) is not { } value)
            return 0;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out decimal amount)
            && amount >= 0 && amount <= max && decimal.Round(amount, decimals) == amount)
        {
            return amount;
        }

        throw new JsonException($"'{name}' in {_what} must be a number from 0 to {max} with at most {decimals} decimals.");
    }

    public double? OptionalShare(string name)
    {
        if (Optional(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double share) && share is >= 0 and <= 1)
            return share;
        throw new JsonException($"'{name}' in {_what} must be a number from 0 to 1.");
    }

    public ImmutableArray<T> Array<T>(string name, Func<JsonElement, T> read)
    {
        if (Optional(name) is not { } value)
            return [];
        if (value.ValueKind != JsonValueKind.Array)
            throw new JsonException($"'{name}' in {_what} must be a list, not {Kind(value)}.");
        return [.. value.EnumerateArray().Select(read)];
    }

    private static string NameOf(JsonProperty property, string what)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            throw new JsonException($"A name in {what} is no valid Unicode text.");
        }
    }

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
