using System.CommandLine;
using Oversight.Tasks;

namespace Oversight.Cli.Input;

/// <summary>The size of a task: the same option for every command that needs one.</summary>
internal sealed class PresetOption : Option<string>
{
    private readonly TaskPreset _usual;

    /// <summary>The option.</summary>
    /// <param name="usual">The size where none is given.</param>
    public PresetOption(TaskPreset usual)
        : base("--preset")
    {
        _usual = usual;
        Description = $"the size: tiny, small or paper [default: {usual.ToString().ToLowerInvariant()}]";
        HelpName = "name";
    }

    /// <summary>The size.</summary>
    /// <param name="input">The command line.</param>
    /// <exception cref="BadInputException">There is no such size.</exception>
    public TaskPreset Of(ParseResult input) => input.GetValue(this) is { } name ? Names.Preset(name) : _usual;
}
