using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Input;

/// <summary>Whether results are printed as JSON, for programs: the same option for every command.</summary>
internal sealed class JsonOption : Option<bool>
{
    /// <summary>The option of a command that shows how far it is and ends with a result.</summary>
    public JsonOption()
        : this("end with one JSON object on standard output; everything else goes to standard error")
    {
    }

    /// <summary>The option of a command that prints its result and nothing else.</summary>
    /// <param name="description">What is printed.</param>
    public JsonOption(string description)
        : base("--json") => Description = description;

    /// <summary>Prints the one object on standard output.</summary>
    /// <param name="json">The object.</param>
    public static void Print(JsonObject json) => Console.Out.WriteLine(json.ToJsonString());

    /// <summary>A number as JSON has them: null where it is none.</summary>
    /// <param name="value">The number.</param>
    public static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(Math.Round(value, 6)) : null;
}
