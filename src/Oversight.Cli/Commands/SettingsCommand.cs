using System.CommandLine;
using Oversight.Cli.Input;
using Oversight.Cli.Rendering;
using Oversight.Tasks;
using Oversight.Training.Options;
using Spectre.Console;

namespace Oversight.Cli.Commands;

/// <summary><c>oversight settings</c>: what <c>--set</c> takes.</summary>
internal sealed class SettingsCommand
{
    private readonly PresetOption _preset = new(Presets.Default);

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var settings = new SettingsCommand();
        var command = new Command("settings", "List the settings that 'train --set name=value' takes.") { settings._preset };
        command.SetAction(settings.Run);
        return command;
    }

    private int Run(ParseResult input)
    {
        TaskPreset preset = _preset.Of(input);
        TrainingOptions options = Presets.Create("permutation-powering", preset, TrainingMethod.Amplify);
        var table = new Table { Border = TableBorder.Simple, BorderStyle = new Style(Color.Grey) };
        foreach (string heading in (string[])["setting", Setting.Format(preset), "allowed", "what it does"])
            table.AddColumn(new TableColumn(heading));
        foreach (Setting setting in SettingsSchema.Settings)
        {
            table.AddRow(
                $"[bold]{Markup.Escape(setting.Path)}[/]",
                Markup.Escape(SettingsSchema.ValueOf(options, setting)),
                Markup.Escape(setting.Allowed),
                Markup.Escape(setting.Description));
        }

        IAnsiConsole console = Terminal.Output();
        console.Write(table);
        foreach ((string name, var settings) in Recipes.ByName.Where(recipe => recipe.Value.Length > 0))
        {
            string values = string.Join(", ", settings.Select(setting => $"{setting.Path}={setting.Value}"));
            console.MarkupLine($"[bold]recipe={name}[/] sets {Markup.Escape(values)}");
        }

        return ExitCode.Fine;
    }
}
