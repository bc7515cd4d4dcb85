using System.CommandLine;

namespace Oversight.Cli.Input;

/// <summary>How many threads compute: the same option for every command that trains.</summary>
internal sealed class ThreadsOption : Option<string>
{
    private const int Most = 1024;

    /// <summary>The option.</summary>
    public ThreadsOption()
        : base("--threads")
    {
        Description = "threads; results do not depend on them [default: one a processor]";
        HelpName = "N";
    }

    /// <summary>How many.</summary>
    /// <param name="input">The command line.</param>
    /// <exception cref="BadInputException">Not a sensible number.</exception>
    public int Of(ParseResult input) =>
        input.GetValue(this) is { } given ? (int)Names.Whole(Name, given, 1, Most) : Environment.ProcessorCount;
}
