using System.Text.Json;
using System.Text.Json.Serialization;
using Oversight.Runs.Rounds;

namespace Oversight.Runs.Settings;

/// <summary>A method stands in JSON by its name. What is read back is the name only: whoever reads knows which methods there are.</summary>
internal sealed class MethodJsonConverter : JsonConverter<LearningMethod>
{
    /// <inheritdoc/>
    public override LearningMethod Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new NamedMethod(reader.GetString() ?? "");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LearningMethod value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);

    /// <summary>Holds the place of a method until it is looked up.</summary>
    private sealed class NamedMethod(string name) : LearningMethod
    {
        public override string Name => name;

        public override string Phase => "";

        public override MethodWords Words => new(name, "");

        public override MethodRun Begin(MethodParts parts) => throw new NotSupportedException($"'{name}' was not looked up.");
    }
}
