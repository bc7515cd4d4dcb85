using System.Collections.Immutable;
using System.CommandLine;
using Oversight.Cli.Input;
using Oversight.Runs.Studies;

namespace Oversight.Cli.Commands;

/// <summary>The options that every command shares which runs a study.</summary>
internal sealed class StudyOptions
{
    private readonly Option<string> _form = new("--form")
    {
        Description = "how much work: pinned (seconds), fast (under two minutes) or full [default: fast]",
        HelpName = "name",
    };

    private readonly SeedsOption _seeds = new();
    private readonly ThreadsOption _threads = new();

    private readonly Option<string> _minutes = new("--minutes") { Description = "stop after this many minutes; the same command goes on", HelpName = "M" };
    private readonly Option<string> _out = new("--out") { Description = "the folder of the results [default: studies]", HelpName = "folder" };
    private readonly JsonOption _json = new();

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_form, _seeds, _threads, _minutes, _out, _json])
            command.Options.Add(option);
    }

    /// <summary>The form that was asked for.</summary>
    public StudyForm Form(ParseResult input) => Names.Choice("--form", input.GetValue(_form) ?? "fast", Enum.GetValues<StudyForm>());

    /// <summary>Runs a study as asked.</summary>
    /// <param name="study">The study.</param>
    /// <param name="command">How it is run again, without the options that are here.</param>
    /// <param name="input">What was typed.</param>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public int Run(Study study, string command, ParseResult input)
    {
        StudyForm form = Form(input);
        ImmutableArray<long> seeds = _seeds.Of(input);
        int threads = _threads.Of(input);
        long? minutes = input.GetValue(_minutes) is { } limit ? Names.Whole("--minutes", limit, 1, 100_000) : null;
        string name = form.ToString().ToLowerInvariant();
        string folder = Path.Combine(input.GetValue(_out) ?? "studies", $"{study.Name}-{name}");
        string again = $"oversight {command} --form {name} --seeds {SeedsOption.Format(seeds)}";
        return new StudySession(study, name, again, seeds, folder, input.GetValue(_json)).Run(threads, minutes);
    }
}
