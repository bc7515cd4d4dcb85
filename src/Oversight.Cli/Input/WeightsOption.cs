using System.CommandLine;

namespace Oversight.Cli.Input;

/// <summary>Which weights of a run are looked at: the same option for every command that opens one.</summary>
internal sealed class WeightsOption : Option<string>
{
    private const string Best = "best";
    private const string Last = "last";

    /// <summary>The option.</summary>
    public WeightsOption()
        : base("--weights")
    {
        Description = "last: the newest that are whole, those at the end of a run that has ended; best: those that answered best while it trained [default: last]";
        HelpName = "name";
    }

    /// <summary>Whether the best are asked for.</summary>
    /// <param name="input">The command line.</param>
    /// <exception cref="BadInputException">Neither best nor last.</exception>
    public bool AreBest(ParseResult input) => (input.GetValue(this) ?? Last) switch
    {
        Best => true,
        Last => false,
        string other => throw new BadInputException($"--weights {other} is neither {Last} nor {Best}; give one of them"),
    };
}
