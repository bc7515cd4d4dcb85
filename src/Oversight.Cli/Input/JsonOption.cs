using System.CommandLine;

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
}
