using System.CommandLine;

namespace Oversight.Cli.Input;

/// <summary>Settings by name, <c>--set steps=100 seed=3</c>: the same option for every command that trains.</summary>
internal sealed class SetOption : Option<string[]>
{
    /// <summary>The option.</summary>
    /// <param name="description">What is changed.</param>
    public SetOption(string description)
        : base("--set")
    {
        Description = description;
        HelpName = "name=value";
        AllowMultipleArgumentsPerToken = true;
        DefaultValueFactory = _ => [];
    }
}
