using System.CommandLine;
using Oversight.Cli.Input;
using Oversight.Methods.Debate;
using Oversight.Methods.Debate.Collusion;
using Oversight.Runs.Studies;

namespace Oversight.Cli.Commands;

/// <summary><c>oversight debate</c>: the studies of debate; <c>oversight debate play</c> seats a person.</summary>
internal sealed class DebateCommand
{
    private static readonly string[] Studies = ["accuracy", "collusion", "complexity"];
    private readonly StudyOptions _options = new();
    private readonly Option<string> _study = new("--study")
    {
        Description = $"what is measured: {string.Join(", ", Studies)} [default: accuracy]",
        HelpName = "name",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var debate = new DebateCommand();
        var command = new Command("debate", "Debaters that learn from a judge's verdicts alone, beside consultancy, a judge alone and the truth.")
        {
            debate._study, DebatePlayCommand.Create(),
        };
        debate._options.AddTo(command);
        command.SetAction(debate.Run);
        return command;
    }

    private int Run(ParseResult input)
    {
        string name = Names.Choice("--study", input.GetValue(_study) ?? Studies[0], Studies);
        return _options.Run(NewStudy(name, _options.Form(input)), $"debate --study {name}", input);
    }

    private static Study NewStudy(string name, StudyForm form) => name switch
    {
        "collusion" => new CollusionStudy(form),
        "complexity" => new ComplexityStudy(form),
        _ => new DebateStudy(form),
    };
}
