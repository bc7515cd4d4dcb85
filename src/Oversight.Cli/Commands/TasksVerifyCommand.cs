using System.CommandLine;
using System.Text.Json.Nodes;
using Oversight.Cli.Input;
using Oversight.Cli.Rendering;
using Oversight.Conformance;
using Oversight.Runs.Settings;

namespace Oversight.Cli.Commands;

/// <summary><c>oversight tasks verify</c>: checks facts, truth, classes and H against recorded behaviour in the fixtures' format.</summary>
internal sealed class TasksVerifyCommand
{
    private readonly Argument<string[]> _files = new("file")
    {
        Description = "fixture files, one JSON object a line",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly JsonOption _json = new("print one JSON object on standard output");

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var verify = new TasksVerifyCommand();
        var command = new Command("verify", "Check this implementation against recorded behaviour.") { verify._files, verify._json };
        command.SetAction(verify.Run);
        return command;
    }

    private int Run(ParseResult input)
    {
        int unexpected = 0;
        bool json = input.GetValue(_json);
        var files = new JsonArray();
        foreach (string path in input.GetRequiredValue(_files))
        {
            FixtureReport report = Verify(path);
            files.Add((JsonNode)ToJson(path, report));
            Terminal.Of(json).Profile.Out.Writer.WriteLine($"{path}\n{report}");
            unexpected += report.Differences.Length;
        }

        if (json)
            JsonOption.Print(new JsonObject { ["files"] = files });
        return unexpected == 0 ? ExitCode.Fine : ExitCode.Failure;
    }

    private static JsonObject ToJson(string path, FixtureReport report) => new JsonObject
    {
        ["file"] = path,
        ["contexts"] = report.Contexts,
        ["checks"] = new JsonObject(
            report.Tallies.Select(pair => KeyValuePair.Create(Setting.Format(pair.Key), (JsonNode?)ToJson(pair.Value)))),
        ["quirks"] = new JsonObject(report.Quirks.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)ToJson(pair.Value)))),
        ["differences"] = new JsonArray([.. report.Differences.Select(difference => JsonValue.Create(difference))]),
    };

    private static JsonObject ToJson(FixtureTally tally) =>
        new() { ["agreed"] = tally.Agreed, ["expected"] = tally.Expected, ["unexpected"] = tally.Unexpected };

    private static FixtureReport Verify(string path)
    {
        if (!File.Exists(path))
            throw new BadInputException($"there is no file '{path}'; give fixture files");
        try
        {
            using StreamReader text = File.OpenText(path);
            return FixtureVerifier.Verify(FixtureReader.Read(text, path));
        }
        catch (FixtureFormatException exception)
        {
            throw new BadInputException(exception.Message.ReplaceLineEndings(" "));
        }
    }
}
