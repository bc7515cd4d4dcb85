using System.CommandLine;
using System.Text.Json.Nodes;
using Oversight.Cli.Input;
using Oversight.Cli.Rendering;
using Oversight.Methods;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Tasks;
using Spectre.Console;

namespace Oversight.Cli.Commands;

/// <summary>
/// <c>oversight settings</c>: what <c>--set</c> takes, all of it or some groups, with the values that a task, a size and a method have.
/// </summary>
internal sealed class SettingsCommand
{
    private readonly Argument<string[]> _names = new("names")
    {
        Description = "show these only: groups (assistant) or settings (assistant.width)",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _task = new("--task")
    {
        Description = "show the values of this task [default: permutation-powering, or the first that the method trains on]",
        HelpName = "name",
    };

    private readonly PresetOption _preset = new(Presets.Default);
    private readonly Option<string> _method = new("--method")
    {
        Description = "show the settings that this method reads, with its values [default: all settings, with the values of amplify]",
        HelpName = "name",
    };

    private readonly JsonOption _json = new("print one JSON object on standard output");

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var settings = new SettingsCommand();
        var command = new Command("settings", "List the settings that 'train --set name=value' takes, with their values.")
        {
            settings._names, settings._task, settings._preset, settings._method, settings._json,
        };
        command.SetAction(settings.Run);
        return command;
    }

    private int Run(ParseResult input)
    {
        LearningMethod? method = input.GetValue(_method) is { } name ? Names.Method(name) : null;
        TrainingOptions options = OptionsOf(input, method);
        Setting[] shown = Chosen(input.GetValue(_names) ?? [], method);
        string[] recipes = method is null && shown.Length == BuiltInMethods.Schema.Settings.Length ? [.. Recipes.ByName.Keys.Where(IsLong)] : [];
        if (input.GetValue(_json))
            JsonOption.Print(ToJson(options, shown));
        else
            Write(Terminal.Output(), options, method, shown, recipes);
        return ExitCode.Fine;
    }

    /// <summary>The options whose values are shown.</summary>
    private TrainingOptions OptionsOf(ParseResult input, LearningMethod? method)
    {
        TaskPreset preset = _preset.Of(input);
        LearningMethod valuesOf = method ?? BuiltInMethods.All.Usual;
        string task = input.GetValue(_task) is { } given ? Names.Task(given) : FirstTaskOf(valuesOf, preset);
        TrainingOptions options = Presets.Create(task, preset, valuesOf);
        return OptionsProblem.OfTask(options) is { } problem ? throw new BadInputException(problem) : options;
    }

    private static string FirstTaskOf(LearningMethod method, TaskPreset preset) =>
        TaskCatalog.Variants.Select(variant => variant.Name).First(task => BuiltInMethods.Schema.MethodsFor(task, preset).Contains(method));

    /// <summary>The settings of some names, all where there are none; of those the ones that the method reads.</summary>
    private static Setting[] Chosen(string[] names, LearningMethod? method)
    {
        bool IsRead(Setting setting) => method is not { } reader || BuiltInMethods.Schema.IsRead(reader, setting);
        if (names.Length == 0)
            return [.. BuiltInMethods.Schema.Settings.Where(IsRead)];
        var chosen = new List<Setting>();
        foreach (string name in names)
        {
            Setting[] named = Named(name);
            Setting[] read = [.. named.Where(IsRead)];
            if (read.Length == 0)
                throw new BadInputException($"{method} reads nothing of '{name}'; leave --method out to see it");
            chosen.AddRange(read.Except(chosen));
        }

        return [.. chosen];
    }

    private static Setting[] Named(string name)
    {
        Setting[] named = [.. BuiltInMethods.Schema.Settings.Where(setting => setting.Path == name || setting.Group == name)];
        if (named.Length > 0)
            return named;
        if (BuiltInMethods.Schema.Find(name) is { } option)
            throw new BadInputException($"'{name}' is an option of the command itself, --{name}; allowed is {option.Allowed}");
        string[] known = [.. BuiltInMethods.Schema.Settings.Select(setting => setting.Group).Distinct(), .. BuiltInMethods.Schema.Settings.Select(setting => setting.Path)];
        string hint = NearestName.Hint(name, known);
        throw new BadInputException($"there is no setting or group '{Names.Shorten(name)}'{hint} 'oversight settings' lists them all");
    }

    private static bool IsLong(string recipe) => !Recipes.ByName[recipe].IsEmpty;

    private static void Write(IAnsiConsole console, TrainingOptions options, LearningMethod? method, Setting[] shown, string[] recipes)
    {
        string narrowed = method is { } reader ? $", those that {reader} reads" : "";
        console.MarkupLine(
            $"[bold]{Markup.Escape($"{options.Task} · {options.Preset} · {options.Method}")}[/]  "
            + $"[grey]{shown.Length} of {BuiltInMethods.Schema.Settings.Length} settings{narrowed}, with their values here[/]");
        var table = new FigureTable();
        table.AddColumn("setting", Justify.Left);
        table.AddColumn("value", Justify.Left);
        table.AddText("allowed");
        table.AddText("what it does");
        foreach (Setting setting in shown)
        {
            table.AddRow(
                $"[bold]{Markup.Escape(setting.Path)}[/]",
                Markup.Escape(SettingsSchema.ValueOf(options, setting).ToString()),
                Markup.Escape(setting.Allowed),
                Markup.Escape(setting.Description));
        }

        table.Write(console);
        foreach (string recipe in recipes)
        {
            string values = string.Join(", ", Recipes.ByName[recipe].Select(setting => $"{setting.Path}={setting.Value}"));
            console.MarkupLine($"[bold]recipe={recipe}[/] sets {Markup.Escape(values)}");
        }
    }

    private static JsonObject ToJson(TrainingOptions options, Setting[] shown) => new()
    {
        ["task"] = options.Task,
        ["preset"] = options.Preset,
        ["method"] = options.Method.Name,
        ["settings"] = new JsonArray([.. shown.Select(setting => new JsonObject
        {
            ["name"] = setting.Path,
            ["value"] = SettingsSchema.ValueOf(options, setting),
            ["allowed"] = setting.Allowed,
            ["description"] = setting.Description,
            ["methods"] = new JsonArray(
                [
                    .. BuiltInMethods.All.All.Where(one => BuiltInMethods.Schema.IsRead(one, setting)).Select(one => JsonValue.Create(one.Name)),
                ]),
        })]),
        ["recipes"] = new JsonObject(Recipes.ByName.Select(recipe => KeyValuePair.Create(
            recipe.Key,
            (JsonNode?)new JsonObject(recipe.Value.Select(setting => KeyValuePair.Create(setting.Path, (JsonNode?)setting.Value)))))),
    };
}
