using System.CommandLine;
using Oversight.Runs.Rounds;

namespace Oversight.Cli.Input;

/// <summary>Where training ends: the same three options for every command that starts it.</summary>
/// <param name="what">What is stopped: empty, or for example <c>each run</c>.</param>
internal sealed class LimitOptions(string what = "")
{
    private readonly Option<string> _steps = new("--steps")
    {
        Description = $"{Stop(what)} after this many steps of X (batches given to it; what prepares it is counted apart)",
        HelpName = "N",
    };

    private readonly Option<string> _until = new("--until")
    {
        Description = $"{Stop(what)} once the teacher is this often right, at most 1; or never [default: 0.99]",
        HelpName = "share",
    };

    private readonly Option<string> _minutes = new("--minutes")
    {
        Description = $"{Stop(what)} after this many minutes, when the round at hand is over",
        HelpName = "M",
    };

    /// <summary>Gives a command the options.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Add(_steps);
        command.Add(_until);
        command.Add(_minutes);
    }

    /// <summary>Settings with the limits that the command line names.</summary>
    /// <param name="options">Before.</param>
    /// <param name="input">The command line.</param>
    /// <exception cref="BadInputException">A limit is not allowed.</exception>
    public TrainingOptions Set(TrainingOptions options, ParseResult input) => options.With(input, _steps, _until, _minutes);

    private static string Stop(string what) => what.Length == 0 ? "stop" : $"stop {what}";
}
